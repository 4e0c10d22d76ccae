using System.Net;
using System.Text.RegularExpressions;
using EngagementHub.Surveys;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Surveys;

/// <summary>One budget of disclosure: whatever surface somebody reads, it tells no more of a small group than all others.</summary>
public sealed partial class OneBudgetTests(SurveysFixture hub) : IClassFixture<SurveysFixture>
{
    /// <summary>Two pulse checks of the same people: in one the five of South agree and five of North do not, in the other it is the other way round. What differs is what those answered, and nothing else.</summary>
    [Fact]
    public async Task No_surface_whatever_changes_when_a_small_group_answered_the_opposite()
    {
        var first = await Told("Alpha", worker => worker is > 20 or <= 10 ? 5 : 1);
        var second = await Told("Omega", worker => worker is <= 15 ? 5 : 1);

        Assert.Equal(first.Keys, second.Keys);
        Assert.All(first, told => Assert.Equal(told.Value, second[told.Key]));
        Assert.All(["results", "csv", "json", "trend", "feed", "search", "measure", "plan", "plan json", "board", "audit", "audit csv", "audit json", "recipes", "retention", "releases"], surface => Assert.Contains(surface, first.Keys));
        Assert.Contains("75%", first["results"], StringComparison.Ordinal);
        Assert.Contains("75%", first["measure"], StringComparison.Ordinal);
    }

    /// <summary>Each surface, as everybody and those who run it read it, with titles, ids, instants and numbers of wordings taken out.</summary>
    private async Task<Dictionary<string, string>> Told(string title, Func<int, int> heard)
    {
        var now = hub.Clock.Now;
        var id = await hub.Opened(title);
        var measure = await Followed(title);
        await hub.AnswerAll(id, [.. Enumerable.Range(1, 15), .. Enumerable.Range(21, 5)], heard);
        await hub.Close();
        await hub.Respond(id);
        hub.Clock.Now = new DateTimeOffset(2007, 5, 2, 9, 0, 0, TimeSpan.Zero);
        await hub.RunJob("plans.readings");
        Dictionary<string, string> told = [];
        foreach (var who in (string[])["tom", "office", "mina", "admin"])
        {
            var reader = await hub.As(who);
            foreach (var (surface, url) in Surfaces(id, title, measure))
            {
                var page = await reader.Open(url);
                page.MustBe(HttpStatusCode.OK);
                told[who == "tom" ? surface : $"{surface} for {who}"] = Anonymous(url.Contains('.', StringComparison.Ordinal) || url.EndsWith("/feed", StringComparison.Ordinal) ? page.Body : page.Document.QuerySelector("main")!.TextContent, title);
            }
        }

        await ReadBehind(id, title, told);
        await Hidden(id);
        hub.Clock.Now = now;
        return told;
    }

    // What only administrators read: the trail about the pulse check and its question as a page and as files, and the pages of what is filled in, kept and released.
    private async Task ReadBehind(Guid id, string title, Dictionary<string, string> told)
    {
        var admin = await hub.As("admin");
        var trail = $"/audit?On=surveys.survey/{id}";
        foreach (var (surface, url) in ((string, string)[])[("audit", trail), ("audit csv", $"{trail}&handler=Csv"), ("audit json", $"{trail}&handler=Json"), ("recipes", "/recipes"), ("retention", "/records/retention"), ("releases", "/records/disclosure")])
        {
            var page = await admin.Open(url);
            page.MustBe(HttpStatusCode.OK);
            told[surface] = Unnumbered().Replace(Anonymous(url.Contains("handler", StringComparison.Ordinal) ? page.Body : (page.Document.QuerySelector("main table") ?? page.Document.QuerySelector("main"))!.TextContent, title), "");
        }

        Assert.Contains("Survey closed", told["audit"], StringComparison.Ordinal);
        Assert.Contains("surveys.survey.closed", told["audit csv"], StringComparison.Ordinal);
    }

    private static (string Surface, string Url)[] Surfaces(Guid id, string title, string measure) =>
    [
        ("results", $"/surveys/{id}/results"), ("terms", $"/surveys/{id}"), ("csv", $"/surveys/{id}/results.csv"), ("json", $"/surveys/{id}/results.json"), ("list", "/surveys"), ("trend", "/surveys/trends/heard"), ("feed", "/surveys/feed"),
        ("search", $"/search?q={title}"), ("home", "/"), ("measure", measure), ("plan", $"/plans/{title.ToLowerInvariant()}"), ("plan json", $"/plans.json?plan={title.ToLowerInvariant()}"), ("plan csv", $"/plans.csv?plan={title.ToLowerInvariant()}"), ("board", $"/plans/{title.ToLowerInvariant()}/report"),
    ];

    // A plan whose measure follows the question.
    private async Task<string> Followed(string title)
    {
        var slug = title.ToLowerInvariant();
        var olu = await hub.As("office");
        await (await olu.Open("/plans/draft")).Submit(
            ("Kind", "ImprovementPlan"), ("Title", "A plan"), ("Address", slug), ("Purpose", "To be heard"), ("Owner", $"{People.Priya}"), ("FirstDay.Day", "2"), ("FirstDay.Month", "4"), ("FirstDay.Year", "2007"), ("Areas", "Listening"));
        var question = await hub.In((_, db) => db.Set<EngagementHub.Surveys.Questions.Question>().Where(q => q.Key == "heard").Select(q => q.Id).SingleAsync());
        var measure = await (await olu.Open($"/plans/{slug}/measures/add")).Submit(
            ("Name", "Staff who are heard"), ("Unit", "%"), ("Owner", $"{People.Olu}"), ("Target", "90"), ("TargetDay.Day", "29"), ("TargetDay.Month", "6"), ("TargetDay.Year", "2007"), ("Failure", "Below 50%"), ("Source", $"surveys.question/{question}"));
        (await (await olu.Open($"{measure.Url}/baseline")).Submit(("Value", "40"), ("Day.Day", "30"), ("Day.Month", "3"), ("Day.Year", "2007"), ("Method", "Asked"), ("Source", "A list"))).MustBe(HttpStatusCode.OK);
        var add = await olu.Open($"/plans/{slug}/actions/add");
        await add.Submit(
            ("Area", add.Document.QuerySelector("#Area option[value]:not([value=''])")!.GetAttribute("value")!), ("Title", "Answer everybody"), ("Success", "All are answered"), ("Owner", $"{People.Grace}"), ("Due.Day", "29"), ("Due.Month", "6"), ("Due.Year", "2007"));
        await (await olu.Open($"/plans/{slug}/adopt")).Submit(("At6", "More"), ("At12", "Most"), ("At24", "All"));
        return measure.Url;
    }

    // The next one is told of by itself: neither the pulse check nor the plan of this one stands beside it.
    private Task<int> Hidden(Guid id) => hub.In(async (_, db) =>
    {
        await db.Surveys.Where(s => s.Id == id).ExecuteDeleteAsync();
        return await db.Set<EngagementHub.Plans.Plans.Plan>().ExecuteUpdateAsync(set => set.SetProperty(p => p.AdoptedAt, (DateTimeOffset?)null));
    });

    private static string Anonymous(string text, string title) =>
        Wordings().Replace(Instants().Replace(Ids().Replace(text.Replace(title, "T", StringComparison.OrdinalIgnoreCase), "id"), "at"), "$1 in its words");

    // Each of the two asks in words of its own, so that they are not compared.
    [GeneratedRegex(@"(heard|proud)(,|"",""wording"":)\d+")]
    private static partial Regex Wordings();

    // Lines of the trail are counted through and sealed.
    [GeneratedRegex("""(?m)entry [0-9]+|^[0-9]+(?=,)|,[0-9]*,([0-9a-f]{64})?\r?$|"entry":[0-9]+|"place":[^,]+,"seal":[^}]+""")]
    private static partial Regex Unnumbered();

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Ids();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[0-9:.]+(Z|\+00:00)?")]
    private static partial Regex Instants();
}
