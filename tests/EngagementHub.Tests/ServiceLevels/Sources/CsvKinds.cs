using System.IO.Compression;
using System.Text;

namespace EngagementHub.Tests.ServiceLevels.Sources;

/// <summary>A file as it comes from somewhere, and what must become of it: the accepted tickets, the refused rows (line, column, reason), or the sentence by which it is refused as a whole.</summary>
public sealed record CsvKind(string Name, byte[] Bytes, string Accepted, string Rejected, string? Refused);

public static class CsvKinds
{
    private const string Heading = "number,state,opened,resolved,category\n";
    private const string A1 = "A1,Open,01/02/2007 09:00,,Desk\n";
    private const string A2 = "A2,Open,02/02/2007 09:00,,Desk\n";

    public static IReadOnlyList<CsvKind> All { get; } =
    [
        Good("plain", Heading + A1 + A2),
        Good("UTF-8 with mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Heading + A1 + A2)]),
        Good("UTF-16 LE with mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Heading + A1 + A2)]),
        Good("UTF-16 BE with mark", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Heading + A1 + A2)]),
        Good("UTF-16 LE without mark", Encoding.Unicode.GetBytes(Heading + A1 + A2)),
        Good("UTF-16 BE without mark", Encoding.BigEndianUnicode.GetBytes(Heading + A1 + A2)),
        Good("Windows-1252", Western(Heading + A1 + "A2,Open,02/02/2007 09:00,,Below £5 – it’s\n"), "A1 A2 (Below £5 – it’s)"),
        Good("semicolons", (Heading + A1 + A2).Replace(',', ';')),
        Good("tabs", (Heading + A1 + A2).Replace(',', '\t')),
        Good("bars", (Heading + A1 + A2).Replace(',', '|')),
        Good("sep line", "sep=;\n" + (Heading + A1 + A2).Replace(',', ';')),
        Good("delimiter in quotation marks", Heading + A1 + "A2,Open,02/02/2007 09:00,,\"Desk, new\"\n", "A1 A2 (Desk, new)"),
        Good("line end in quotation marks", Heading + A1 + "A2,Open,02/02/2007 09:00,,\"Desk\nnew\"\n", "A1 A2 (Desk\nnew)"),
        Good("doubled quotation marks", Heading + A1 + "A2,Open,02/02/2007 09:00,,\"the \"\"new\"\" desk\"\n", "A1 A2 (the \"new\" desk)"),
        Good("quotation mark inside a bare value", Heading + A1 + "A2,Open,02/02/2007 09:00,,5\" disk\n", "A1 A2 (5\" disk)"),
        Good("carriage returns only", (Heading + A1 + A2).Replace('\n', '\r')),
        Good("mixed line ends", Heading + A1.Replace("\n", "\r\n", StringComparison.Ordinal) + A2.Replace('\n', '\r')),
        Good("no end of the last line", (Heading + A1 + A2).TrimEnd()),
        Good("columns in another order, and unknown ones", "colour,opened,category,number,resolved,state\nred,01/02/2007 09:00,Desk,A1,,Open\nblue,02/02/2007 09:00,Desk,A2,,Open\n"),
        Good("heading in capitals and with spaces", " NUMBER ,STATE, Opened ,RESOLVED,category\n" + A1 + A2),
        Good("blank lines", "\n" + Heading + "\n" + A1 + "\n  \n" + A2 + "\n\n"),
        Good("delimiters at the end", Heading.TrimEnd() + ",,\n" + A1.TrimEnd() + ",,\n" + A2.TrimEnd() + ",,\n,,,,,,\n"),
        Good("delimiters at the end of rows only", Heading + A1.TrimEnd() + ",,\n" + A2.TrimEnd() + ",,\n"),
        Good("a cell of a megabyte", Heading.TrimEnd() + ",notes\n" + A1.TrimEnd() + ",\"" + new string('n', 1024 * 1024) + "\"\n" + A2.TrimEnd() + ",\n"),
        Good("ten thousand columns", Heading.TrimEnd() + string.Concat(Enumerable.Range(0, 10_000).Select(i => $",c{i}")) + "\n" + A1.TrimEnd() + new string(',', 10_000) + "\n" + A2.TrimEnd() + new string(',', 10_000) + "\n"),
        Good("leading zeros", Heading + "0012,Open,01/02/2007 09:00,,Desk\n12,Open,02/02/2007 09:00,,Desk\n", "0012 12"),
        Good("guarded formulas", Heading + "A1,Open,01/02/2007 09:00,,'=1+1\nA2,Open,02/02/2007 09:00,,=1+1\n", "A1 (=1+1) A2 (=1+1)"),
        Good("the hour that the clocks show twice", Heading + A1 + "A2,Open,29/10/2006 01:30,,Desk\n"),
        Good("resolved", Heading + A1 + "A2,Done,02/02/2007 09:00,03/02/2007 10:00,Desk\n"),
        Good("the same row twice", Heading + A1 + A2 + A2),
        Good("bytes that could be a mark inside", Heading + A1 + "A2,Open,02/02/2007 09:00,,Zürich café\n", "A1 A2 (Zürich café)"),
        Good("mark before a sep line", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("sep=;\n" + (Heading + A1 + A2).Replace(',', ';'))]),
        Good("mark and a heading in quotation marks", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("\"number\",\"state\",\"opened\",\"resolved\",\"category\"\n" + A1 + A2)]),
        Good("mark twice", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Heading + A1 + A2)]),
        Good("spaces that do not break", Heading + A1 + "A2\u00A0,\u00A0Open,02/02/2007\u00A09:00\u202Fam,,Desk\n"),
        Good("numbers that differ in case", Heading + "A1,Open,01/02/2007 09:00,,Desk\na1,Open,02/02/2007 09:00,,Desk\n", "A1 a1"),
        Good("resolved in the second it was opened", Heading + A1 + "A2,Done,02/02/2007 09:00,02/02/2007 09:00,Desk\n"),
        Good("carriage return and line end in quotation marks", Heading + A1 + "A2,Open,02/02/2007 09:00,,\"Desk\r\nnew\"\r\n", "A1 A2 (Desk\r\nnew)"),
        Good("quotation marks around everything, also nothing", "\"number\";\"state\";\"opened\";\"resolved\";\"category\"\n\"A1\";\"Open\";\"01/02/2007 09:00\";\"\";\"Desk\"\n\"A2\";\"Open\";\"02/02/2007 09:00\";\"\";\"Desk\"\n"),
        Good("more commas than delimiters", "number;state;opened;resolved;category\nA1;Open;01/02/2007 09:00;;Desk\nA2;Open;02/02/2007 09:00;;a, b, c, d, e, f, g, h\n", "A1 A2 (a, b, c, d, e, f, g, h)"),
        Rows("backslash before a quotation mark", Heading + A1 + "A2,Open,02/02/2007 09:00,,\"the \\\"new\\\" desk\"\n", "A1", "3 category There is text behind a closing quotation mark"),
        Rows("digits of another script", Heading + A1 + "A2,Open,\uFF10\uFF12/02/2007 09:00,,Desk\n", "A1", "3 opened \"\uFF10\uFF12/02/2007 09:00\" is not a time"),
        Rows("twenty-four o'clock", Heading + A1 + "A2,Open,02/02/2007 24:00,,Desk\n", "A1", "3 opened \"02/02/2007 24:00\" is not a time"),
        Rows("a leap second", Heading + A1 + "A2,Open,31/12/2005 23:59:60,,Desk\n", "A1", "3 opened \"31/12/2005 23:59:60\" is not a time"),
        Rows("a date in one number with the day first", Heading + A1 + "A2,Open,02022007 09:00,,Desk\n", "A1", "3 opened \"02022007 09:00\" is not a time"),
        Rows("a hundred years ago", Heading + A1 + "A2,Open,02/02/1907 09:00,,Desk\n", "A1", "3 opened 02/02/1907 09:00 is before 1990"),
        Rows("a year of five digits", Heading + A1 + "A2,Open,02/02/20070 09:00,,Desk\n", "A1", "3 opened \"02/02/20070 09:00\" is not a time"),
        Rows("a number cut short with a comma", Heading + A1 + "\"1,2E+15\",Open,02/02/2007 09:00,,Desk\n", "A1", "3 number \"1,2E+15\" is a number that a spreadsheet has shortened"),
        Rows("UTF-16 cut inside a letter", Encoding.Unicode.GetBytes(Heading + A1 + "A2,Open,02/02/2007 09:00,,Desk")[..^1], "A1", "3 category The value holds a letter that is not written as the rest"),
        Rows("mixed encodings", [.. Encoding.UTF8.GetBytes(Heading + A1 + "A2,Open,02/02/2007 09:00,,café\n"), .. Western("A3,Open,02/02/2007 09:00,,café\n")], "A1 A2 (café)", "4 category The value holds a letter that is not written as the rest"),
        Rows("unclosed quotation mark", Heading + A1 + "A2,Open,02/02/2007 09:00,,\"Desk\nA3,Open,02/02/2007 09:00,,Desk\n", "A1", "3 category The quotation mark opened here is never closed"),
        Rows("text behind a quotation mark", Heading + A1 + "A2,Open,02/02/2007 09:00,,\"Desk\"s\n", "A1", "3 category There is text behind a closing quotation mark"),
        Rows("short row", Heading + A1 + "A2,Open\n", "A1", "3 The row has 2 columns and the heading 5"),
        Rows("long row", Heading + A1 + "A2,Open,02/02/2007 09:00,,Desk,more\n", "A1", "3 The row has 6 columns and the heading 5"),
        Rows("sent half", Heading + A1 + "A2,Op", "A1", "3 The row has 2 columns and the heading 5"),
        Rows("zero byte", Heading + A1 + "A\0B,Open,02/02/2007 09:00,,Desk\n", "A1", "3 number The value holds a zero byte"),
        Rows("control character", Heading + A1 + "A\u00012,Open,02/02/2007 09:00,,Desk\n", "A1", "3 number The value holds an invisible character (U+0001)"),
        Rows("zero width character", Heading + A1 + "A\u200B2,Open,02/02/2007 09:00,,Desk\n", "A1", "3 number The value holds an invisible character (U+200B)"),
        Rows("right-to-left mark", Heading + A1 + "A2,Open,02/02/2007 09:00,,\u202EksaD\n", "A1", "3 category The value holds an invisible character (U+202E)"),
        Rows("a day that never was", Heading + A1 + "A2,Open,31/02/2007 09:00,,Desk\n", "A1", "3 opened \"31/02/2007 09:00\" is not a time with the day first"),
        Rows("month first in a file with the day first", Heading + A1 + "A2,Open,02/28/2007 09:00,,Desk\n", "A1", "3 opened \"02/28/2007 09:00\" is not a time with the day first"),
        Rows("a year of two digits", Heading + A1 + "A2,Open,02/02/07 09:00,,Desk\n", "A1", "3 opened \"02/02/07 09:00\" has a year of two digits"),
        Rows("a spreadsheet's number of a day", Heading + A1 + "A2,Open,39115.375,,Desk\n", "A1", "3 opened \"39115.375\" is not a time"),
        Rows("the hour that the clocks skip", Heading + A1 + "A2,Open,25/03/2007 01:30,,Desk\n", "A1", "3 opened 25/03/2007 01:30 never was in Europe/London"),
        Rows("a number cut short", Heading + A1 + "1.2E+15,Open,02/02/2007 09:00,,Desk\n", "A1", "3 number \"1.2E+15\" is a number that a spreadsheet has shortened"),
        Rows("closed before it was opened", Heading + A1 + "A2,Done,02/02/2007 09:00,01/02/2007 09:00,Desk\n", "A1", "3 resolved The ticket is closed before it was opened"),
        Rows("tomorrow", Heading + A1 + "A2,Open,03/11/2026 09:30,,Desk\n", "A1", "3 opened 03/11/2026 09:30 is in the future"),
        Rows("an unknown state", Heading + A1 + "A2,Lost,02/02/2007 09:00,,Desk\n", "A1", "3 state Nothing says what the state \"Lost\" means"),
        Rows("done without a time", Heading + A1 + "A2,Done,02/02/2007 09:00,,Desk\n", "A1", "3 resolved The ticket is Done and has no time of resolution"),
        Rows("no number", Heading + A1 + ",Open,02/02/2007 09:00,,Desk\n", "A1", "3 number The value is missing"),
        Rows("a value that is too long", Heading + A1 + new string('9', 81) + ",Open,02/02/2007 09:00,,Desk\n", "A1", "3 number The value has 81 characters"),
        Rows("the same ticket with other facts", Heading + A1 + "A1,Open,01/02/2007 09:00,,Chair\n", "A1", "3 Ticket A1 was read before with different facts"),
        Rows("the heading again", Heading + A1 + Heading + A2, "A1 A2", "3 The row is the heading again"),
        Whole("empty", [], "The file is empty"),
        Whole("heading only", Text(Heading), "The file has a heading and no rows"),
        Whole("no heading", Text(A1 + A2), "The file has no column \"number\""),
        Whole("a column twice", Text("number,state,opened,resolved,category,State\n" + A1.TrimEnd() + ",Open\n"), "The file has two columns \"state\""),
        Whole("a column missing", Text("number,opened,resolved,category\nA1,01/02/2007 09:00,,Desk\n"), "The file has no column \"state\""),
        Whole("gzip", Gzip(Text(Heading + A1)), "compressed (gzip)"),
        Whole("workbook", [(byte)'P', (byte)'K', 3, 4, 20, 0, 6, 0, 8, 0], "a workbook or an archive"),
        Whole("old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Excel workbook"),
        Whole("sign-in page", Text("<!DOCTYPE html><html><body>Sign in</body></html>"), "a web page"),
        Whole("JSON", Text("{\"number\":\"A1\"}"), "JSON"),
        Whole("PDF", Text("%PDF-1.7\n"), "a PDF"),
        Whole("UTF-32", [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(Heading + A1)], "UTF-32"),
    ];

    private static CsvKind Good(string name, string text, string accepted = "A1 A2") => Good(name, Text(text), accepted);

    private static CsvKind Good(string name, byte[] bytes, string accepted = "A1 A2") => new(name, bytes, accepted, "", null);

    private static CsvKind Rows(string name, string text, string accepted, string rejected) => Rows(name, Text(text), accepted, rejected);

    private static CsvKind Rows(string name, byte[] bytes, string accepted, string rejected) => new(name, bytes, accepted, rejected, null);

    private static CsvKind Whole(string name, byte[] bytes, string refused) => new(name, bytes, "", "", refused);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Western(string text) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
