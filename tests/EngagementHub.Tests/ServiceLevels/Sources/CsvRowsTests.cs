using EngagementHub.ServiceLevels.Sources.Csv;

namespace EngagementHub.Tests.ServiceLevels.Sources;

public class CsvRowsTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "a|b;1|2")]
    [InlineData("a,b\r\n1,2", "a|b;1|2")]
    [InlineData("a,b\r1,2\r", "a|b;1|2")]
    [InlineData("a,b\r\n1,2\n3,4\r5,6", "a|b;1|2;3|4;5|6")]
    [InlineData("a,\"b,c\"\n", "a|b,c")]
    [InlineData("a,\"b\nc\",d\n", "a|b\nc|d")]
    [InlineData("a,\"say \"\"yes\"\"\"\n", "a|say \"yes\"")]
    [InlineData("a,5\" disk,b\n", "a|5\" disk|b")]
    [InlineData("\"a\" ,b\n", "a|b")]
    [InlineData("a,,\n", "a||")]
    [InlineData("\n\na,b\n\n,\n1,2\n\n", "a|b;1|2")]
    [InlineData("", "")]
    [InlineData("\"\"\n\"\",\"\",x", "||x")]
    public void Rows_are_read_as_programs_write_them(string text, string expected)
    {
        using var rows = new CsvRows(new StringReader(text), ',');
        List<string> read = [];
        while (rows.Read())
        {
            Assert.Null(rows.Flaw);
            read.Add(string.Join('|', rows.Cells()));
        }

        Assert.Equal(expected, string.Join(';', read));
    }

    [Fact]
    public void A_row_knows_the_line_on_which_it_begins_whatever_stands_inside_quotation_marks()
    {
        using var rows = new CsvRows(new StringReader("a,b\r\n\"1\r\n2\n3\",x\r\n\r\n\"4\r5\",y\n6,z"), ',');
        List<long> lines = [];
        while (rows.Read())
        {
            lines.Add(rows.Line);
        }

        Assert.Equal([1, 2, 6, 8], lines);
    }

    [Theory]
    [InlineData("a,b\n1,\"2\n3,4\n", 2, "never closed")]
    [InlineData("a,b\n1,\"2\"x\n3,4\n", 2, "behind a closing quotation mark")]
    [InlineData("a,b\n1, \"2,3\"\n", 2, "space before an opening quotation mark")]
    public void What_cannot_be_told_apart_is_a_flaw_with_its_line(string text, long line, string reason)
    {
        using var rows = new CsvRows(new StringReader(text), ',');
        RowFlaw? flaw = null;
        while (rows.Read())
        {
            flaw ??= rows.Flaw;
        }

        Assert.Equal(line, flaw!.Line);
        Assert.Contains(reason, flaw.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(flaw.Cure);
    }

    [Fact]
    public void What_is_written_is_read_again_wherever_the_reader_s_buffer_ends()
    {
        var random = new Random(20070401);
        for (var round = 0; round < 200; round++)
        {
            var written = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Enumerable.Range(0, 3).Select(_ => Word(random)).Prepend("x").ToArray()).ToList();
            var text = string.Concat(written.Select(row => string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + (random.Next(2) == 0 ? "\n" : "\r\n")));
            using var rows = new CsvRows(new Drip(text, random), ',');

            foreach (var row in written)
            {
                Assert.True(rows.Read());
                Assert.Equal(row, rows.Cells());
            }

            Assert.False(rows.Read());
        }
    }

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => "ab,\"\r\n ;"[random.Next(8)]));

    /// <summary>Gives a few characters at a time, as a slow connection does.</summary>
    private sealed class Drip(string text, Random random) : StringReader(text)
    {
        public override int Read(char[] buffer, int index, int count) => base.Read(buffer, index, Math.Min(count, random.Next(1, 4)));
    }
}
