using EngagementHub.Core.Text;

namespace EngagementHub.Tests.Core;

public class CsvCellTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+44 20")]
    [InlineData("-5 degrees")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("\0=1")]
    [InlineData("＝1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠x")]
    [InlineData("'=1")]
    [InlineData("''@")]
    public void Text_that_a_spreadsheet_would_run_is_written_as_text_and_read_as_it_was(string text)
    {
        var written = CsvCell.Write(text).Trim('"');

        Assert.StartsWith("'", written, StringComparison.Ordinal);
        Assert.Equal(text, CsvCell.Read(written));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("it's")]
    [InlineData("'tis")]
    [InlineData("'")]
    [InlineData("")]
    [InlineData("a=b")]
    public void Other_text_stays_as_it_is(string text)
    {
        Assert.Equal(text, CsvCell.Write(text));
        Assert.Equal(text, CsvCell.Read(text));
    }

    [Fact]
    public void Numbers_days_and_instants_are_no_formulas()
    {
        Assert.Equal("-5,2007-04-27,2007-04-27T09:30:00Z,\"a, \"\"b\"\"\",\r\n", CsvCell.Line(-5, new DateOnly(2007, 4, 27), new DateTimeOffset(2007, 4, 27, 10, 30, 0, TimeSpan.FromHours(1)), "a, \"b\"", null));
    }
}
