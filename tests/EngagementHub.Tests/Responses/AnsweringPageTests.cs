using System.Net;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Responses;

public sealed class AnsweringPageTests(ResponsesFixture hub) : IClassFixture<ResponsesFixture>
{
    [Fact]
    public async Task A_question_is_handed_on_with_a_note_that_only_those_who_answer_see()
    {
        var question = await AskAsync("hand", People.Grace);
        var grace = await hub.As("grace");

        var page = await grace.Open($"{question}/hand-on");
        Assert.Contains("Priya", page.Document.QuerySelector("select#To")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Enter a note for the person who gets it: why, and what is done already", Assert.Single((await page.Submit(("To", People.Priya.ToString()))).Errors));
        var handed = await page.Submit(("To", People.Priya.ToString()), ("Note", "She set the remit herself."));

        Assert.Contains("has the question now and has been told", handed.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("She set the remit herself.", handed.Text, StringComparison.Ordinal);
        Assert.Contains("She set the remit herself.", (await (await hub.As("priya")).Open("/notifications")).Text, StringComparison.Ordinal);
        (await grace.Open($"{question}/hand-on")).MustBe(HttpStatusCode.Forbidden);
        (await (await hub.As("tom")).Open($"{question}/answer")).MustBe(HttpStatusCode.Forbidden);
        var readers = await (await hub.As("tom")).Open(await ThemeOf(question));
        Assert.DoesNotContain("remit herself", readers.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("remit herself", (await (await hub.As("tom")).Open("/search?q=remit")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_are_kept_among_those_who_answer()
    {
        var question = await AskAsync("notes", People.Grace);
        var grace = await hub.As("grace");

        var refused = await grace.Post($"{question}/note", ("Note", " "));
        var kept = await (await grace.Open($"{question}/answer")).Submit("form[action$='/note']", ("Note", "Ask finance first."));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Enter the note", Assert.Single(refused.Errors));
        Assert.Contains("Ask finance first.", kept.Text, StringComparison.Ordinal);
        (await (await hub.As("tom")).Post($"{question}/note", ("Note", "Me too"))).MustBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_answer_is_cleared_by_a_second_person_then_published_alone_and_corrected_by_a_dated_note()
    {
        var question = await AskAsync("clear", People.Grace, ("NeedsClearance", "true"));
        var (priya, grace) = (await hub.As("priya"), await hub.As("grace"));
        var kept = await (await grace.Open($"{question}/answer")).Submit(("State", "Answered"), ("Text", "It waits for the remit."));
        Assert.Contains("A second person must clear it", kept.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("You wrote part of this answer", Assert.Single((await (await grace.Open($"{question}/clear")).Submit()).Errors), StringComparison.Ordinal);
        (await priya.Post($"{question}/publish", ("Seen", "0"))).MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("To read and clear (1)", (await priya.Open("/answers/mine")).Text, StringComparison.Ordinal);
        var read = await priya.Open($"{question}/clear");
        await (await grace.Open($"{question}/answer")).Submit(("State", "Answered"), ("Text", "It waits for the pay remit."));

        Assert.Contains("Nothing was done", Assert.Single((await read.Submit()).Errors), StringComparison.Ordinal);
        var cleared = await (await priya.Open($"{question}/clear")).Submit();
        Assert.Contains("cleared this wording at", cleared.Text, StringComparison.Ordinal);
        (await grace.Open($"{question}/publish")).MustBe(HttpStatusCode.Forbidden);
        var published = await (await priya.Open($"{question}/publish")).Submit();
        Assert.Contains("The answer is published", published.Told, StringComparison.Ordinal);
        Assert.Contains("It waits for the pay remit.", published.Text, StringComparison.Ordinal);
        Assert.Contains("It waits for the pay remit.", (await (await hub.As("tom")).Open("/answers")).Text, StringComparison.Ordinal);

        var refused = await (await grace.Open($"{question}/correct")).Submit(("What", "The remit came in May."));
        Assert.Equal("Enter why it is corrected", Assert.Single(refused.Errors));
        Assert.Contains("The correction stands", (await refused.Submit(("Because", "We misread the letter."))).Told, StringComparison.Ordinal);
        var readers = (await (await hub.As("tom")).Open(await ThemeOf(question))).Text;
        Assert.Contains("Corrected on Tuesday 24 April 2007: The remit came in May. Why: We misread the letter.", readers, StringComparison.Ordinal);
        Assert.Contains("It waits for the pay remit.", readers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blog_asks_for_clearance_always()
    {
        var question = await AskAsync("always", People.Grace);
        var (priya, board) = (await hub.As("priya"), $"/responses/blogging.period/{StableId.From("always")}");

        await (await priya.Open($"{board}/clearance")).Submit(("Rule", "always"));
        try
        {
            Assert.Contains("A second person clears the answer", (await priya.Open($"{question}/answer")).Text, StringComparison.Ordinal);
            var ask = await priya.Open((await priya.Open(board)).Document.QuerySelector("a[href$='/ask']")!.GetAttribute("href")!);
            Assert.Contains("clears every answer of this blog", ask.Text, StringComparison.Ordinal);
        }
        finally
        {
            await (await priya.Open($"{board}/clearance")).Submit(("Rule", "each"));
        }
    }

    [Fact]
    public async Task What_is_late_stands_first_among_my_questions_and_those_who_run_the_blog_are_told_once()
    {
        var question = await AskAsync("late", People.Grace, ("Due.Day", "24"), ("Due.Month", "4"), ("Due.Year", "2007"));
        var before = hub.Clock.Now;
        try
        {
            await hub.RunJob("responses.question-reminders");
            await hub.RunJob("responses.question-reminders");
            Assert.Equal(2, (await (await hub.As("grace")).Open("/notifications")).Text.Split("Your answer is due today").Length);
            hub.Clock.Now = before.AddDays(3);
            await hub.RunJob("responses.question-reminders");
            await hub.RunJob("responses.question-reminders");

            var mine = await (await hub.As("grace")).Open("/answers/mine");
            Assert.Contains("Late", mine.Document.QuerySelector("main li")!.TextContent, StringComparison.Ordinal);
            var id = Guid.Parse(question.Split('/')[3]);
            var sent = await hub.In((_, db) => db.Set<EngagementHub.Responses.Questions.QuestionReminder>().Where(r => r.Question == id).OrderBy(r => r.SentAt).Select(r => r.Kind).ToListAsync());
            Assert.Equal(["OnTheDay", "LateToHost", "LateToOwner"], sent.Order().Select(k => k.ToString()));
            Assert.Contains("told, as host, that it is late", (await (await hub.As("priya")).Open($"{question}/answer")).Text, StringComparison.Ordinal);
        }
        finally
        {
            hub.Clock.Now = before;
        }
    }

    [Fact]
    public async Task What_somebody_left_behind_who_went_comes_back_to_the_host()
    {
        var question = await AskAsync("left", People.Grace);
        var id = Guid.Parse(question.Split('/')[3]);
        await hub.In(async (_, db) =>
        {
            var asked = await db.Set<EngagementHub.Responses.Questions.Question>().SingleAsync(q => q.Id == id);
            asked.GiveTo(People.Noah, new DateOnly(2007, 5, 30), (People.Priya, hub.Clock.Now));
            (await db.Set<EngagementHub.Identity.Staff.StaffMember>().SingleAsync(m => m.Id == People.Noah.Value)).Leave(People.Ada, hub.Clock.Now);
            return true;
        });

        await hub.RunJob("responses.question-reminders");

        var page = await (await hub.As("priya")).Open($"{question}/answer");
        Assert.Contains("With Priya", page.Text, StringComparison.Ordinal);
        Assert.Contains("A question came back to you", (await (await hub.As("priya")).Open("/notifications")).Text, StringComparison.Ordinal);
    }

    private async Task<string> AskAsync(string key, StaffId responder, params (string, string)[] more)
    {
        var board = $"/responses/{hub.Period(key, 1)}";
        var priya = await hub.As("priya");
        var made = await priya.Post($"{board}/themes", ("Title", "Pay"));
        await BoardPageTests.Sort(made, "Pay", 1);
        var asked = await (await priya.Open(made.Document.QuerySelector("a[href$='/ask']")!.GetAttribute("href")!)).Submit([("Wording", $"What about {key}?"), ("Responder", responder.ToString()), .. more]);
        return asked.Document.QuerySelector("a[href*='/questions/']")!.GetAttribute("href")!.Replace("/answer", "", StringComparison.Ordinal);
    }

    private Task<string> ThemeOf(string question)
    {
        var id = Guid.Parse(question.Split('/')[3]);
        return hub.In(async (_, db) => $"/responses/themes/{await db.Set<EngagementHub.Responses.Questions.Question>().Where(q => q.Id == id).Select(q => q.Theme).SingleAsync()}");
    }
}
