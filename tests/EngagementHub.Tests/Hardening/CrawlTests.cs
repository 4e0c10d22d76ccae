using System.Text.RegularExpressions;

namespace EngagementHub.Tests.Hardening;

/// <summary>The whole hub looked at by each kind of person: nothing fails, nothing is written, and every answer protects itself.</summary>
public sealed partial class CrawlTests(CrawledHub hub) : IClassFixture<CrawledHub>
{
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
    public async Task What_somebody_signed_in_sees_is_kept_by_nobody(string role)
    {
        var kept = (await hub.VisitAs(role)).Answers.Where(a => a.IsPage || (role.Length > 0 && !a.Url.Contains("/_content/", StringComparison.Ordinal)))
            .Where(a => !a.Header("Cache-Control").Contains("no-store", StringComparison.Ordinal) && !IsAskedForEachTime(a));

        Problems.None(kept.Select(a => $"{a}: {a.Header("Cache-Control")}"));
    }

    [Theory, MemberData(nameof(Everybody))]
    public async Task No_address_tells_who_somebody_is(string role) =>
        Assert.DoesNotContain((await hub.VisitAs(role)).Answers, a => Private().IsMatch(Uri.UnescapeDataString(a.Url + a.Header("Location"))));

    [Fact]
    public async Task Everything_that_can_be_read_was_looked_at()
    {
        List<Answer> all = [];
        foreach (var role in CrawledHub.Roles)
        {
            all.AddRange((await hub.VisitAs(role)).Answers);
        }

        var looked = all.Where(a => (int)a.Status is 200 or 302 or 304).Select(a => a.Route).ToHashSet();
        Problems.None(hub.Routes.Where(r => r.Takes("GET") && !looked.Contains(r.Pattern)).Select(r => r.Pattern).Except(NotLinked));
    }

    // There is something to look at only while it is under way, or for one person alone: each has page tests of its own, and the browser suite looks at it.
    private static readonly string[] NotLinked =
    [
        "/blogs/{blog}/hosting/{id:guid}/answer", "/blogs/{blog}/hosting/{id:guid}/handover/{line:guid}/decline", "/blogs/{blog}/write/{id:guid}/compare", "/blogs/{blog}/write/{id:guid}/return",
        "/comments/appeal", "/comments/receipt", "/comments/{id:guid}/edit", "/moderation/appeals/{id:guid}", "/openings/{id:guid}", "/responses/{kind}/{id:guid}/suggestions/{comment:guid}", "/uploads/{id:guid}",
        "/service-levels/calendars/bank-holidays/{number:int}", "/service-levels/import/preview/{upload}", "/service-levels/import/{id:long}", "/service-levels/rest-sources/{name}", "/service-levels/rest-sources/{name}/edit",
        "/service-levels/sources/{name}", "/service-levels/sources/{name}/edit", "/service-levels/sources/{name}/mapping", "/service-levels/webhooks/events/{number:long}", "/service-levels/webhooks/{name}", "/service-levels/webhooks/{name}/edit",
        // Its address is in a mail; the provider leads there; the clock stands still in tests; nothing answers there.
        "/mail/unsubscribe/{token}", "/signin-oidc", "/demonstration/clock", "/{*path}", "/status/{code:int}",
    ];

    // Feeds, pictures and figures that are the same for everybody may lie in the reader's own browser, which asks each time whether they still hold.
    private static bool IsAskedForEachTime(Answer answer) =>
        answer.Header("Cache-Control") is var kept && kept.Contains("no-cache", StringComparison.Ordinal) && kept.Contains("private", StringComparison.Ordinal) && answer.Header("ETag").Length > 0;

    [GeneratedRegex(@"   at [\w.]+\(|\.cs:line \d|Npgsql\.|Microsoft\.(Data|EntityFrameworkCore)\.|SELECT "".*FROM|/work/|System\.\w+Exception")]
    private static partial Regex InnerWords();

    [GeneratedRegex(@"@department\.example|hub-session|token=|password", RegexOptions.IgnoreCase)]
    private static partial Regex Private();
}
