using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace EngagementHub.Tests.Hardening;

/// <summary>A screen reader lists a page's links by their names alone: one name leads to one place.</summary>
public sealed class LinkNamesTests(CrawledHub hub) : IClassFixture<CrawledHub>
{
    public static TheoryData<string> Everybody => [.. CrawledHub.Roles];

    [Theory, MemberData(nameof(Everybody))]
    public async Task On_no_page_do_links_of_one_name_lead_to_different_places(string role)
    {
        var pages = (await hub.VisitAs(role)).Answers.Where(a => a is { Method: "GET", IsPage: true }).ToList();

        Problems.None(pages.SelectMany(page => SameNames(page).Select(same => $"{page.Route}: {same} on {page.Url}")).Distinct());
        Assert.True(pages.Count > 10, $"'{role}' saw {pages.Count} pages");
    }

    // A link within the page is announced as one.
    private static IEnumerable<string> SameNames(Answer page) => new HtmlParser().ParseDocument(page.Body).QuerySelectorAll("main a[href]:not([href^='#'])")
        .GroupBy(NameOf).Where(same => same.Select(a => a.GetAttribute("href")).Distinct().Skip(1).Any())
        .Select(same => $"“{same.Key}” leads to {string.Join(" and ", same.Select(a => a.GetAttribute("href")).Distinct().Take(3))}");

    private static string NameOf(IElement link) => link.GetAttribute("aria-label") is { Length: > 0 } label ? label : Folded(link.TextContent + string.Concat(link.QuerySelectorAll("img[alt]").Select(i => i.GetAttribute("alt"))));

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
