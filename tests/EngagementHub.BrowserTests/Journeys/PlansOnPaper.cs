using System.Text;
using System.Text.RegularExpressions;
using EngagementHub.BrowserTests.Support;

namespace EngagementHub.BrowserTests.Journeys;

/// <summary>What is printed fits the paper: what a board is handed on one sheet of A4, and every table across it.</summary>
public sealed partial class PlansOnPaper(BrowserFixture hub) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData("/plans/it-service-levels/report", "2007-11-15")]
    [InlineData("/plans/hr-improvement/report", "2007-11-15")]
    [InlineData("/plans/capability-2010/report", "2010-09-20")]
    [InlineData("/benefits/value-for-money/report", "2010-11-15")]
    public async Task A_report_to_the_board_is_one_page(string report, string day)
    {
        hub.Clock.Now = new DateTimeOffset(DateOnly.Parse(day, null), new TimeOnly(9, 0), TimeSpan.Zero);
        await using var browser = await hub.Open();
        await browser.Go(report);
        await browser.Sees("Report to the board");

        var paper = Encoding.Latin1.GetString(await browser.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true }));

        Assert.Single(Pages().Matches(paper));
    }

    // 658 pixels are a sheet of A4 within its margins.
    [Theory]
    [InlineData("/plans/it-service-levels")]
    [InlineData("/benefits/value-for-money")]
    [InlineData("/service-levels/new-account")]
    [InlineData("/moderation/transparency")]
    public async Task No_table_is_wider_than_a_sheet(string page)
    {
        await using var browser = await hub.Open();
        await browser.Go(page);
        await browser.Page.SetViewportSizeAsync(658, 900);
        await browser.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });

        Assert.Equal(658, await browser.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Pages();
}
