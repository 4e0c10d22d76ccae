using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace EngagementHub.Tests.Hardening;

/// <summary>The whole hub looked at by each kind of person: nothing fails, nothing is written, and every answer protects itself.</summary>
public sealed partial class CrawlTests(CrawledHub hub) : IClassFixture<CrawledHub>
{
    private static readonly string[] Ways = ["href", "src", "action", "formaction", "srcset", "poster", "data"];

    public static TheoryData<string> Everybody => [.. CrawledHub.Roles];

    [Theory, MemberData(nameof(Everybody))]
    public async Task Nothing_fails_wherever_somebody_looks(string role) =>
        Problems.None((await hub.VisitAs(role)).Answers.Where(a => (int)a.Status >= 500 || InnerWords().IsMatch(a.Body)));

    [Theory, MemberData(nameof(Everybody))]
    public async Task Looking_changes_nothing(string role)
    {
        var visit = await hub.VisitAs(role);

        Assert.Empty(visit.After.Split('\n').Except(visit.Before.Split('\n')));
        Assert.Equal(visit.Before.Length, visit.After.Length);
    }

    [Theory, MemberData(nameof(Everybody))]
    public async Task Every_answer_protects_itself(string role) =>
        Problems.None((await hub.VisitAs(role)).Answers.SelectMany(a => Protection.Lacks(a).Select(lack => $"{a}: {lack}")));

    [Theory, MemberData(nameof(Everybody))]
    public async Task Every_link_leads_by_a_harmless_way(string role)
    {
        var pages = (await hub.VisitAs(role)).Answers.Where(a => a.IsPage && a.Method == "GET").ToList();
        var addresses = pages.SelectMany(page => new HtmlParser().ParseDocument(page.Body).QuerySelectorAll("[href], [src], [action], [formaction], [srcset], [poster], [data]")
            .SelectMany(e => Ways.Select(e.GetAttribute).OfType<string>().Select(address => $"{address} on {page.Url}"))).ToList();

        Problems.None(addresses.Where(a => !Harmless().IsMatch(a)).Distinct());
        Assert.True(addresses.Count > pages.Count, $"only {addresses.Count} addresses on {pages.Count} pages");
    }

    [Theory, MemberData(nameof(Everybody))]
    public async Task What_somebody_signed_in_sees_is_kept_by_nobody(string role)
    {
        var kept = (await hub.VisitAs(role)).Answers.Where(a => a.IsPage || (role.Length > 0 && !a.Url.Contains("/_content/", StringComparison.Ordinal)))
            .Where(a => !a.Header("Cache-Control").Contains("no-store", StringComparison.Ordinal) && !IsAskedForEachTime(a));

        Problems.None(kept.Select(a => $"{a}: {a.Header("Cache-Control")}"));
    }

    [Theory, MemberData(nameof(Everybody))]
    public async Task No_address_tells_who_somebody_is(string role) =>
        Assert.DoesNotContain((await hub.VisitAs(role)).Answers, a => Private().IsMatch(Uri.UnescapeDataString(a.Url + a.Header("Location"))));

    // The rest has something to look at only while it is under way, or for one person alone: its own page tests and the browser suite look at it.
    [Fact]
    public async Task Most_of_what_can_be_read_was_looked_at()
    {
        HashSet<string> looked = [];
        foreach (var role in CrawledHub.Roles)
        {
            looked.UnionWith((await hub.VisitAs(role)).Answers.Where(a => (int)a.Status is 200 or 302 or 304).Select(a => a.Route));
        }

        var all = hub.Routes.Where(r => r.Takes("GET")).Select(r => r.Pattern).ToHashSet();
        Assert.True(all.Count(looked.Contains) > all.Count * 2 / 3, string.Join('\n', all.Except(looked)));
    }

    // Feeds, pictures and figures that are the same for everybody may lie in the reader's own browser, which asks each time whether they still hold.
    private static bool IsAskedForEachTime(Answer answer) =>
        answer.Header("Cache-Control") is var kept && kept.Contains("no-cache", StringComparison.Ordinal) && kept.Contains("private", StringComparison.Ordinal) && answer.Header("ETag").Length > 0;

    [GeneratedRegex(@"   at [\w.]+\(|\.cs:line \d|Npgsql\.|Microsoft\.(Data|EntityFrameworkCore)\.|SELECT "".*FROM|/home/|System\.\w+Exception")]
    private static partial Regex InnerWords();

    // Of the web, a letter, a place in the hub or on the same page.
    [GeneratedRegex(@"^(https?://[^/]|mailto:[^\s]|#|\?|/(?![/\\])|/? on )")]
    private static partial Regex Harmless();

    [GeneratedRegex(@"@department\.example|hub-session|token=|password", RegexOptions.IgnoreCase)]
    private static partial Regex Private();
}
