using EngagementHub.Responses.Promises;
using EngagementHub.Responses.Questions;
using EngagementHub.Responses.Themes;

namespace EngagementHub.Tests.Responses;

/// <summary>The demonstration's clock can be moved back: no page tells what was answered later.</summary>
public sealed class ByTheClockTests(ResponsesFixture hub) : IClassFixture<ResponsesFixture>
{
    [Fact]
    public async Task An_answer_counts_from_its_publication_on_home_theme_board_and_draft()
    {
        var now = hub.Clock.Now;
        var period = hub.Period("clock", 3);
        hub.Clock.Now = now.AddDays(1);
        var question = await hub.Answered(period, "Why so late?", hub.Talk.All.Where(c => c.On.Id == StableId.From("clock-post")).Select(c => c.Id));
        hub.Clock.Now = now;
        var priya = await hub.As("priya");

        Assert.Contains("About Why so late? (3 comments) ◆ Not answered yet", (await priya.Open("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Not answered yet", (await priya.Open($"/responses/themes/{question.Theme}")).Text, StringComparison.Ordinal);
        Assert.Contains("Why so late? ◌ No answer yet", (await priya.Open($"/responses/{period}")).Text, StringComparison.Ordinal);
        Assert.Contains("0 of 1 question answered", await Drafted(priya, period), StringComparison.Ordinal);

        hub.Clock.Now = now.AddDays(1);
        Assert.Contains("About Why so late? (3 comments) ● Answered", (await priya.Open("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Why so late? ● Answered", (await priya.Open($"/responses/{period}")).Text, StringComparison.Ordinal);
        Assert.Contains("1 of 1 question answered", await Drafted(priya, period), StringComparison.Ordinal);
        hub.Clock.Now = now;
    }

    [Fact]
    public async Task An_answer_s_page_tells_no_note_no_draft_and_no_publication_of_later()
    {
        var now = hub.Clock.Now;
        var period = hub.Period("later", 3);
        hub.Clock.Now = now.AddDays(1);
        var question = await hub.Answered(period, "Why later?", hub.Talk.All.Where(c => c.On.Id == StableId.From("later-post")).Select(c => c.Id));
        var priya = await hub.As("priya");
        await (await priya.Open($"/responses/questions/{question.Id}/answer")).Submit("form[action$=note]", ("Note", "Written a day later"));
        var after = await priya.Open($"/responses/questions/{question.Id}/answer");
        hub.Clock.Now = now;

        var before = await priya.Open($"/responses/questions/{question.Id}/answer");

        Assert.Contains("Written a day later", after.Text, StringComparison.Ordinal);
        Assert.Contains("Published already", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Written a day later", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Published already", before.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_counts_an_answer_that_is_not_published_apart_and_a_marked_sentence_offers_no_second_mark()
    {
        var (period, priya, now) = (hub.Period("unpublished", 3), await hub.As("priya"), hub.Clock.Now);
        var theme = Theme.Make(period, "Pay", 0, (People.Priya, now));
        var question = Question.Ask(theme, "When?", hub.Talk.All.Where(c => c.On.Id == StableId.From("unpublished-post")).Select(c => c.Id), (People.Priya, now));
        var answer = question.Write(new AnswerText(AnswerState.Answered, "We publish it. We tell everybody."), People.Grace, now);
        var promise = Promise.Mark(new Pledge("We publish it.", "It is there", People.Grace, new DateOnly(2007, 5, 4)), (new("responses.answer", answer.Id), period), People.Grace);
        await hub.In((_, db) =>
        {
            db.AddRange(theme, question, promise);
            return Task.FromResult(0);
        });
        await BoardPageTests.Sort(await priya.Open($"/responses/{period}"), "Pay", 3);

        var page = await priya.Open($"/responses/questions/{question.Id}/answer");

        Assert.Contains("0 of 1 question answered, 1 more in this digest", await Drafted(priya, period), StringComparison.Ordinal);
        Assert.Contains("We publish it. ● Marked as a promise We tell everybody. Mark as a promise", page.Text, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("a[href^='/promises/make']"));
    }

    private static async Task<string> Drafted(HubClient priya, SubjectRef period) =>
        (await (await priya.Open($"/responses/{period}/digest")).Submit(("!button", "Draft a mid-period"), ("Standfirst", "As typed"))).Document.QuerySelector("#Opening")!.TextContent;
}
