using EngagementHub.Blogging.Posts;
using EngagementHub.Core.Ports;
using Microsoft.AspNetCore.Html;

namespace EngagementHub.Tests.Blogging;

public sealed class TypesettingTests
{
    [Fact]
    public async Task Headings_of_all_sections_make_the_contents_with_addresses_of_their_own()
    {
        var printed = await Set("## Pay\n\nText.\n\n## Pay\n\nText.", "## Bonus & *more*");

        Assert.Equal(["Pay", "Pay", "Bonus & more"], printed.Headings.Select(h => h.Text));
        Assert.Equal(3, printed.Headings.Select(h => h.Id).Distinct().Count());
        Assert.Contains($"id=\"{printed.Headings[2].Id}\"", printed.Sections[1].Html, StringComparison.Ordinal);
        Assert.True(printed.NeedsContents);
    }

    [Fact]
    public async Task A_line_in_double_brackets_becomes_what_it_names()
    {
        var printed = await Set("Look:\n\n[[figure:desktop]]\n\nDone.");

        Assert.Contains("<b>desktop as of 2007-04-24</b>", printed.Sections[0].Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[figure:nothing]]")]
    [InlineData("[[unknown:desktop]]")]
    [InlineData("In the middle [[figure:desktop]] of a line")]
    [InlineData("An example:\n\n    [[figure:desktop]]")]
    public async Task Anything_else_in_double_brackets_stays_as_written(string text)
    {
        var printed = await Set(text);

        Assert.Contains("[[", printed.Sections[0].Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_the_text_is_shown_and_not_obeyed()
    {
        var printed = await Set("<script>alert(1)</script>\n\n## <img src=x onerror=alert(1)>");

        Assert.DoesNotContain("<script", printed.Sections[0].Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", printed.Sections[0].Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_takes_a_minute_at_least()
    {
        var section = Sample.Manuscript(text: "Short.").Sections;

        Assert.Equal(1, Typesetting.MinutesToRead(section));
        Assert.Equal(5, Typesetting.MinutesToRead(Sample.Manuscript(text: string.Join(' ', Enumerable.Repeat("word", 1100))).Sections));
    }

    private static Task<PrintedPost> Set(params string[] texts) =>
        new Typesetting([new Figure()]).SetAsync([.. texts.Select(t => Section.SignedBy(Sample.Card(People.Priya), t))], Sample.Utc(2007, 4, 24, 9, 0), TestContext.Current.CancellationToken);

    private sealed class Figure : IPostEmbed
    {
        public string Name => "figure";

        public Task<IHtmlContent?> RenderAsync(string argument, DateTimeOffset asOf, CancellationToken cancellation = default) =>
            Task.FromResult<IHtmlContent?>(argument == "desktop" ? new HtmlString($"<b>{argument} as of {asOf:yyyy-MM-dd}</b>") : null);
    }
}
