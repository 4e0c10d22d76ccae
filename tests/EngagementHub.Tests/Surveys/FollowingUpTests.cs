using System.Net;
using System.Xml.Linq;
using EngagementHub.Tests.Story;

namespace EngagementHub.Tests.Surveys;

/// <summary>What the demonstration's pulse checks led to, and how they are found.</summary>
public sealed class FollowingUpTests(Story2007Hub hub) : IClassFixture<Story2007Hub>
{
    private static readonly Guid Spring = StableId.From("surveys.survey/spring-2007");
    private static readonly Guid OneChange = StableId.From("surveys.question/one-change");

    [Fact]
    public async Task A_theme_made_of_what_people_wrote_says_so_and_is_shown_with_the_results()
    {
        var office = await hub.As("permanent-secretarys-office");
        var results = await office.Open($"/surveys/{Spring}/results");
        Assert.Contains(results.Document.QuerySelectorAll(".hub-begin a"), a => a.GetAttribute("href") == $"/responses/themes/begin?of=surveys.question/{OneChange}");
        var form = await office.Open($"/responses/themes/begin?of=surveys.question/{OneChange}");
        var where = form.Document.QuerySelectorAll("#Where option").Select(o => o.GetAttribute("value")).First(v => v?.Length > 0)!;

        var refused = await form.Submit(("Title", ""), ("Where", where));
        var made = await refused.Submit(("Title", "Shorter reviews"), ("Words", "Several people ask for it"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Shorter reviews", made.Heading);
        Assert.Contains("Came from the pulse checks: What one thing would you change first? Several people ask for it", made.Text, StringComparison.Ordinal);
        var reader = await hub.As("staff-member");
        Assert.Contains("Shorter reviews", (await reader.Open($"/surveys/{Spring}/results")).Text, StringComparison.Ordinal);
        var question = await reader.Open("/surveys/trends/one-change");
        Assert.Contains("Shorter reviews", question.Text, StringComparison.Ordinal);
        Assert.Contains("Pulse check, spring 2007", question.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_theme_of_that_name_takes_the_question_in_and_keeps_it_when_it_is_merged()
    {
        var office = await hub.As("permanent-secretarys-office");
        var form = await office.Open($"/responses/themes/begin?of=surveys.survey/{Spring}");
        var where = form.Document.QuerySelectorAll("#Where option").Select(o => o.GetAttribute("value")).First(v => v?.Length > 0)!;
        var (first, again, other) = (await form.Submit(("Title", "Lifts"), ("Where", where)), await form.Submit(("Title", "lifts"), ("Where", where)), await form.Submit(("Title", "Stairs"), ("Where", where)));

        Assert.Equal(first.Url, again.Url);
        (await (await office.Open($"{first.Url}/merge")).Submit(("Into", other.Url.Split('/')[^1]))).MustBe(HttpStatusCode.OK);

        Assert.Contains("Came from the pulse checks: Pulse check, spring 2007", (await office.Open(first.Url)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_sorts_nothing_makes_no_theme_and_is_offered_none()
    {
        var reader = await hub.As("staff-member");

        (await reader.Open($"/responses/themes/begin?of=surveys.question/{OneChange}")).MustBe(HttpStatusCode.Forbidden);
        Assert.Empty((await reader.Open($"/surveys/{Spring}/results")).Document.QuerySelectorAll(".hub-begin a"));
        (await (await hub.As("permanent-secretarys-office")).Open($"/responses/themes/begin?of=responses.theme/{OneChange}")).MustBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Published_results_are_found_by_question_and_answer_and_open_ones_are_not()
    {
        var reader = await hub.As("staff-member");

        var found = await reader.Open("/search?q=forms+are+printed&kind=survey");
        var open = await reader.Open("/search?q=moderation+decided+fairly&kind=survey");
        var written = await reader.Open("/search?q=%22new+account+came+in+three+days%22&kind=survey");

        Assert.Contains("Pulse check, spring 2007", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Five questions on the blog", open.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Pulse check, spring 2007", written.Document.QuerySelector("main")!.TextContent.Replace("Pulse checks", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_results_are_told_as_atom()
    {
        var feed = XDocument.Parse((await (await hub.As("staff-member")).Open("/surveys/feed")).Body);

        var entries = feed.Descendants("{http://www.w3.org/2005/Atom}entry").Select(e => e.Element("{http://www.w3.org/2005/Atom}title")!.Value).ToList();
        Assert.Contains("Pulse check, spring 2007: results", entries);
        Assert.DoesNotContain(entries, e => e.StartsWith("Five questions", StringComparison.Ordinal));
    }
}
