using System.Net;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Themes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Responses;

public sealed class ThemeCareTests(ResponsesFixture hub) : IClassFixture<ResponsesFixture>
{
    [Theory]
    [InlineData("Pay  policy")]
    [InlineData("Pay\npolicy")]
    [InlineData("Pay\u00a0policy")]
    [InlineData("\u200bPay pol\u200bicy")]
    public void A_name_holds_nothing_that_cannot_be_seen_so_that_two_which_look_the_same_are_the_same(string typed) =>
        Assert.Equal("Pay policy", Theme.Make(new SubjectRef("blogging.period", Guid.NewGuid()), typed, 0, (People.Priya, DateTimeOffset.UnixEpoch)).Title);

    [Fact]
    public async Task Two_themes_of_one_name_are_refused()
    {
        var board = $"/responses/{hub.Period("names", 1)}";
        var priya = await hub.As("priya");
        await priya.Post($"{board}/themes", ("Title", "Pay policy"));
        var other = await priya.Post($"{board}/themes", ("Title", "Posts"));

        var again = await priya.Post($"{board}/themes", ("Title", " pay POLICY "));
        var renamed = await (await priya.Open(Links(other, "rename")[1])).Submit(("Title", "Pay policy"));

        again.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("There is a theme called \"pay POLICY\" already. Choose another name, or use that one", Assert.Single(again.Errors));
        renamed.MustBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Merging_moves_comments_and_questions_and_links_lead_on()
    {
        var board = $"/responses/{hub.Period("merge", 2)}";
        var priya = await hub.As("priya");
        await priya.Post($"{board}/themes", ("Title", "Pay"));
        var page = await priya.Post($"{board}/themes", ("Title", "Salaries"));
        await BoardPageTests.Sort(page, "Salaries", 2);
        await (await priya.Open(Links(page, "ask")[1])).Submit(("Wording", "When is the pay round?"));

        var merged = await (await priya.Open(Links(page, "merge")[1])).Submit(("Into", IdOf(Links(page, "merge")[0])));

        Assert.Contains("Sum: 2 = 2 ✓", merged.Text, StringComparison.Ordinal);
        Assert.Contains("When is the pay round?", merged.Text, StringComparison.Ordinal);
        Assert.Single(Links(merged, "merge"));
        var old = await priya.Open($"/responses/themes/{IdOf(Links(page, "merge")[1])}");
        Assert.Equal("Pay", old.Document.QuerySelector("h1")!.ChildNodes[^1].TextContent.Trim());
        Assert.Contains("responses.theme.merged", await hub.In((_, db) => db.Audit.Select(a => a.What).ToListAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Only_an_empty_theme_is_deleted()
    {
        var board = $"/responses/{hub.Period("remove", 1)}";
        var priya = await hub.As("priya");
        var page = await priya.Post($"{board}/themes", ("Title", "Typed in error"));
        var merge = Links(page, "merge")[0];

        await BoardPageTests.Sort(page, "Typed in error", 1);
        (await priya.Post($"{merge}?handler=Remove")).MustBe(HttpStatusCode.UnprocessableEntity);
        await BoardPageTests.Sort(await priya.Open($"{board}?show=all"), "Not a question", 1);
        var removed = await (await priya.Open(merge)).Submit("form:has([formaction*='Remove'])");

        Assert.Contains("is deleted. It was empty", removed.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Links(removed, "merge"));
    }

    [Fact]
    public async Task A_question_is_reworded_until_it_is_published_and_its_old_words_are_kept()
    {
        var board = $"/responses/{hub.Period("reword", 1)}";
        var priya = await hub.As("priya");
        var page = await priya.Post($"{board}/themes", ("Title", "Pay"));
        await BoardPageTests.Sort(page, "Pay", 1);
        var asked = await (await priya.Open(Links(page, "ask")[0])).Submit(("Wording", "Why so late?"));
        var question = asked.Document.QuerySelector("a[href*='/questions/']")!.GetAttribute("href")!;
        var reword = question.Replace("/answer", "/reword", StringComparison.Ordinal);

        var reworded = await (await priya.Open(reword)).Submit(("Wording", "Why is the pay round late?"));
        await reworded.Submit(("State", "Answered"), ("Text", "It waits for the remit."));
        await (await priya.Open($"{board}/digest")).PublishDigest(("Title", "What you asked"), ("Standfirst", "All of it"), ("Moderation", "after"), ("ClosesOn.Day", "30"), ("ClosesOn.Month", "4"), ("ClosesOn.Year", "2007"));
        var refused = await (await priya.Open(reword)).Submit(("Wording", "Something else?"));

        Assert.Contains("Why is the pay round late?", reworded.Text, StringComparison.Ordinal);
        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("from \"Why so late?\" to \"Why is the pay round late?\"", await hub.In((_, db) => db.Audit.Select(a => a.Why).ToListAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(new(false, "NotRecorded", new DateOnly(2007, 4, 30)), hub.Blog.Published.Last(p => p.Title == "What you asked").Comments!);
    }

    [Fact]
    public async Task Who_asked_by_name_is_told_once_a_digest_and_a_promise_is_what_was_said()
    {
        var period = hub.Period("told", 3);
        foreach (var number in (int[])[1, 2])
        {
            var at = hub.Talk.All.FindIndex(c => c.Id == StableId.From($"comment/told-c{number}"));
            hub.Talk.All[at] = hub.Talk.All[at] with { Author = People.Sam, AuthorLabel = "Sam Stone, Caseworker" };
        }

        var priya = await hub.As("priya");
        var page = await priya.Post($"/responses/{period}/themes", ("Title", "Pay"));
        await BoardPageTests.Sort(page, "Pay", 3);
        foreach (var (number, words) in ((int, string)[])[(1, "When?"), (2, "How much?")])
        {
            await (await priya.Open(Links(page, "ask")[0])).Submit(("Wording", words), ("Comments", StableId.From($"comment/told-c{number}").ToString()));
            var question = (await priya.Open($"/responses/{period}")).Document.QuerySelectorAll("a[href*='/questions/']").Single(a => a.TextContent == words).GetAttribute("href")!;
            var kept = await (await priya.Open(question)).Submit(("State", "Answered"), ("Text", "We will **publish** the offer\nby “June”. More later."));
            var make = await priya.Open(kept.Document.QuerySelector("a[href^='/promises/make']")!.GetAttribute("href")!);
            (string, string)[] rest = [("Due.Day", "29"), ("Due.Month", "6"), ("Due.Year", "2007"), ("Evidence", "The offer")];
            Assert.Equal(["These words do not stand in the text. Copy the sentence as it was written"], (await make.Submit([.. rest, ("What", "We will double the offer")])).Errors);
            (await make.Submit([.. rest, ("What", "We will publish the offer by \"June\".")])).MustBe(HttpStatusCode.OK);
            Assert.Equal(["This sentence is marked as a promise already"], (await make.Submit([.. rest, ("What", "We will publish the offer by June")])).Errors);
        }

        await (await priya.Open($"/responses/{period}/digest")).PublishDigest(("Title", "Told"), ("Standfirst", "All of it"));

        var notices = (await (await hub.As("sam")).Open("/notifications")).Text;
        Assert.Equal(2, notices.Split("2 questions you asked about are answered").Length);
        Assert.Contains("\"When?\"", notices, StringComparison.Ordinal);
        Assert.Contains("\"How much?\"", notices, StringComparison.Ordinal);

        hub.Clock.Now -= TimeSpan.FromDays(1);
        Assert.DoesNotContain("publish the offer", (await priya.Open("/promises")).Text + (await priya.Open("/answers")).Text, StringComparison.Ordinal);
        hub.Clock.Now += TimeSpan.FromDays(1);
    }

    [Fact]
    public async Task Nothing_is_sorted_into_a_theme_that_is_merged_at_that_moment()
    {
        var period = hub.Period("meanwhile", 1);
        var priya = await hub.As("priya");
        await priya.Post($"/responses/{period}/themes", ("Title", "Pay"));
        var page = await priya.Post($"/responses/{period}/themes", ("Title", "Salaries"));
        var (pay, salaries) = (Guid.Parse(IdOf(Links(page, "merge")[0])), Guid.Parse(IdOf(Links(page, "merge")[1])));
        await using var scope = hub.Services.CreateAsyncScope();
        var board = await scope.ServiceProvider.GetRequiredService<BoardShelf>().OfAsync(hub.Blog.Scopes.Single(s => s.Subject == period), TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => scope.ServiceProvider.GetRequiredService<Sorter>().SortAsync(
            board, period, [new SeenComment(board.Comments[0].Comment.Id, SeenComment.Unsorted)], (sorting, themes) =>
            {
                Merge(salaries, pay).GetAwaiter().GetResult();
                sorting.Into([themes.Single(t => t.Id == salaries)], People.Priya, hub.Clock.Now);
            }));

        Assert.StartsWith("Somebody merged or deleted the theme", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await hub.In((_, db) => db.Set<Sorting>().Where(s => s.Scope == period).ToListAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_sentence_marked_as_a_promise_stays_in_its_answer_until_its_mark_is_taken_back()
    {
        var board = $"/responses/{hub.Period("marked", 1)}";
        var priya = await hub.As("priya");
        var page = await priya.Post($"{board}/themes", ("Title", "Pay"));
        await BoardPageTests.Sort(page, "Pay", 1);
        var asked = await (await priya.Open(Links(page, "ask")[0])).Submit(("Wording", "When?"));
        var question = asked.Document.QuerySelector("a[href*='/questions/']")!.GetAttribute("href")!;
        var kept = await (await priya.Open(question)).Submit(("State", "Answered"), ("Text", "We will publish it by June. More later."));
        var make = await priya.Open(kept.Document.QuerySelector("a[href^='/promises/make']")!.GetAttribute("href")!);
        await make.Submit(("What", "We will publish it by June."), ("Due.Day", "29"), ("Due.Month", "6"), ("Due.Year", "2007"), ("Evidence", "The offer"));

        var overtaken = await kept.Submit(("Text", "We may publish it."));
        var refused = await (await priya.Open(question)).Submit(("Text", "We may publish it."));
        var reworded = await (await priya.Open(question)).Submit(("Text", "Thanks. We will publish it **by June**. No more."));
        var unmarked = await (await priya.Open(question)).Submit("form[action*='Unmark']");
        var free = await (await priya.Open(question)).Submit(("Text", "We may publish it."));

        overtaken.MustBe(HttpStatusCode.Conflict);
        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("“We will publish it by June.” is marked as a promise", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("We may publish it.", refused.Body, StringComparison.Ordinal);
        reworded.MustBe(HttpStatusCode.OK);
        Assert.DoesNotContain("Goes out with the digest", unmarked.Text, StringComparison.Ordinal);
        free.MustBe(HttpStatusCode.OK);
    }

    private Task<bool> Merge(Guid theme, Guid into) => hub.In(async (_, db) =>
    {
        (await db.Set<Theme>().SingleAsync(t => t.Id == theme)).MergeInto(await db.Set<Theme>().SingleAsync(t => t.Id == into), People.Priya, hub.Clock.Now);
        return true;
    });

    private static List<string> Links(HubPage board, string what) => [.. board.Document.QuerySelectorAll($"main a[href$='/{what}']").Select(a => a.GetAttribute("href")!)];

    private static string IdOf(string link) => link.Split('/')[3];
}
