namespace EngagementHub.ServiceLevels.Sources.Csv;

/// <summary>What a file is, before anything in it is understood: how its letters are written, what stands between two columns, and its heading.</summary>
internal sealed record FileForm(FileEncoding Encoding, char Delimiter, bool SaysDelimiter, IReadOnlyList<string> Heading)
{
    private const int SampleRows = 50;
    private const int SampleLength = 256 * 1024;

    public static IReadOnlyList<(char Delimiter, string Name, string Words)> Delimiters { get; } =
        [(',', ",", "comma"), (';', ";", "semicolon"), ('\t', "tab", "tab"), ('|', "|", "vertical bar")];

    public string DelimiterInWords => Delimiters.FirstOrDefault(known => known.Delimiter == Delimiter).Words ?? $"\"{Delimiter}\"";

    /// <summary>Looks at the file, unless it is said how it is written.</summary>
    /// <exception cref="BrokenRuleException">It is no text file of rows and columns.</exception>
    public static async Task<FileForm> OfAsync(Stream file, string? encoding, char? delimiter, CancellationToken cancellation)
    {
        await RefuseOthersAsync(file, cancellation);
        var letters = string.IsNullOrEmpty(encoding) ? await FileEncoding.OfAsync(file, cancellation) : FileEncoding.Of(encoding);
        file.Position = 0;
        using var reader = new StreamReader(file, letters.Encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var sample = await SampleAsync(reader);
        file.Position = 0;
        var says = DelimiterOf(FirstLine(sample));
        var chosen = delimiter ?? says ?? Likeliest(sample);
        using var rows = new CsvRows(new StringReader(says is null ? sample : sample[FirstLine(sample).Length..]), chosen);
        return rows.Read() ? new FileForm(letters, chosen, says is not null, [.. rows.Cells().Select(Name)])
            : throw new BrokenRuleException("The file is empty: choose a file with a heading and rows", "Csv");
    }

    /// <summary>Where the column of that name stands, counted from 0; -1 when there is none.</summary>
    public int PlaceOf(string column) => Heading.ToList().FindIndex(name => string.Equals(name, column, StringComparison.OrdinalIgnoreCase));

    /// <summary>The rows from the beginning, the heading first.</summary>
    public CsvRows Rows(Stream file)
    {
        var reader = new StreamReader(file, Encoding.Encoding, detectEncodingFromByteOrderMarks: true, 64 * 1024);
        return SaysDelimiter && reader.ReadLine() is not null ? new CsvRows(reader, Delimiter, 2) : new CsvRows(reader, Delimiter);
    }

    /// <summary>A column's name without the spaces and invisible characters around it.</summary>
    public static string Name(string cell) => new string([.. cell.Where(c => char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format && !char.IsControl(c))]).Trim();

    private static async Task RefuseOthersAsync(Stream file, CancellationToken cancellation)
    {
        var head = new byte[1024];
        var read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        file.Position = 0;
        if (read == 0)
        {
            throw new BrokenRuleException("The file is empty: choose another", "Csv");
        }

        if (OtherKind(head.AsSpan(0, read)) is { } kind)
        {
            throw new BrokenRuleException(kind, "Csv");
        }
    }

    private static string? OtherKind(ReadOnlySpan<byte> head) => head switch
    {
        [0x1F, 0x8B, ..] => "The file is compressed (gzip): unpack it first",
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => "The file is a workbook or an archive (XLSX or ZIP), whatever its name says: open it in the spreadsheet program and save it as CSV",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "The file is an old Excel workbook, whatever its name says: open it and save it as CSV",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "The file is a PDF: ask the ticket system for a CSV file",
        _ => Markup(System.Text.Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\r', '\n', '\t')),
    };

    private static string? Markup(string text) =>
        text.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<table", StringComparison.OrdinalIgnoreCase)
            ? "The file is a web page, perhaps a sign-in page saved in place of the export: export it from the ticket system again"
        : text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? "The file is XML: ask the ticket system for a CSV file"
        : text.StartsWith('{') || text.StartsWith("[{", StringComparison.Ordinal) ? "The file is JSON: ask the ticket system for a CSV file"
        : null;

    private static async Task<string> SampleAsync(StreamReader reader)
    {
        var buffer = new char[SampleLength];
        var read = await reader.ReadBlockAsync(buffer);
        return new string(buffer, 0, read);
    }

    private static string FirstLine(string text) => text.IndexOfAny(['\r', '\n']) is >= 0 and var end ? text[..end] : text;

    // Excel's own first line, "sep=;", which is not part of the table.
    private static char? DelimiterOf(string line) => line.Trim('"') is { Length: 5 } text && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? text[4]
        : string.Equals(line.TrimEnd(), "sep=", StringComparison.OrdinalIgnoreCase) && line.EndsWith('\t') ? '\t' : null;

    private static char Likeliest(string sample) => Delimiters.Select(known => known.Delimiter).MaxBy(delimiter => Score(sample, delimiter));

    // Most rows with as many columns as the heading, and then the most columns.
    private static double Score(string sample, char delimiter)
    {
        using var rows = new CsvRows(new StringReader(sample), delimiter);
        if (!rows.Read() || rows.Count < 2)
        {
            return 0;
        }

        var (columns, alike, all) = (rows.Count, 1, 1);
        while (all < SampleRows && rows.Read())
        {
            (alike, all) = (alike + (rows.Count == columns ? 1 : 0), all + 1);
        }

        return alike * 10 >= all * 8 ? columns : columns * (double)alike / all / 10;
    }
}
