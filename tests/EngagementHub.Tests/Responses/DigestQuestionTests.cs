using System.Net;
using EngagementHub.Responses;
using EngagementHub.Responses.Promises;
using EngagementHub.Responses.Questions;
using EngagementHub.Responses.Themes;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Responses;

/// <summary>Before a digest goes out the hub says what is published, to whom, and which promises are in it.</summary>
public sealed class DigestQuestionTests(ResponsesFixture hub) : IClassFixture<ResponsesFixture>
{
    private static readonly (string, string)[] Words = [("Title", "What you asked"), ("Standfirst", "All of it"), ("Moderation", "after"), ("ClosesOn.Day", "4"), ("ClosesOn.Month", "5"), ("ClosesOn.Year", "2007")];

    [Fact]
    public async Task One_click_publishes_nothing_but_says_what_would_be_published()
    {
        var (period, priya) = (await Ready("confirm"), await hub.As("priya"));

        var asked = await (await priya.Open($"/responses/{period}/digest")).Submit([.. Words, ("!button", "Continue to publish")]);

        asked.MustBe(HttpStatusCode.OK);
        Assert.Equal("Publish this digest?", asked.Heading);
        Assert.Matches(@"^Everybody who .*\. Those who asked by name are told\.$", asked.Row("Who can read it"));
        Assert.StartsWith("When is it published? (Grace", asked.Row("Answers in it"), StringComparison.Ordinal);
        Assert.Matches(@"^We publish it\. \(Grace .*, by Friday 4 May 2007\)$", asked.Row("Promises in it"));
        Assert.Equal("Shown at once, and read by a moderator after that, until Friday 4 May 2007", asked.Row("Comments on it"));
        Assert.DoesNotContain(hub.Blog.Published, p => p.Scope == period);
        Assert.Equal(0, await hub.In((_, db) => db.Digests.CountAsync(d => d.Scope == period)));

        (await asked.Submit(("!button", "Publish to everybody"))).MustBe(HttpStatusCode.OK);
        Assert.Equal(new DateOnly(2007, 5, 4), hub.Blog.Published.Single(p => p.Scope == period).Comments!.ClosesOn);
        Assert.False(hub.Blog.Published.Single(p => p.Scope == period).Comments!.PreModerated);
    }

    [Fact]
    public async Task Going_back_keeps_what_was_typed_and_a_change_meanwhile_is_asked_about_again()
    {
        var (period, priya) = (await Ready("back"), await hub.As("priya"));
        var asked = await (await priya.Open($"/responses/{period}/digest")).Submit([.. Words, ("!button", "Continue to publish")]);

        var form = await asked.Submit(("!button", "Go back"));
        hub.Talk.Now("back", 3, EngagementHub.Conversation.CommentStanding.Withdrawn);
        var overtaken = await asked.Submit(("!button", "Publish to everybody"));

        Assert.Equal("What you asked", form.Document.QuerySelector("#Title")!.GetAttribute("value"));
        Assert.Equal("2007", form.Document.QuerySelector("[name='ClosesOn.Year']")!.GetAttribute("value"));
        overtaken.MustBe(HttpStatusCode.Conflict);
        Assert.DoesNotContain(hub.Blog.Published, p => p.Scope == period);
    }

    [Fact]
    public async Task A_theme_with_nothing_new_has_no_heading_and_is_named_at_the_end()
    {
        var (period, priya) = (await Ready("quiet"), await hub.As("priya"));
        await priya.Post($"/responses/{period}/themes", ("Title", "Canteen"));
        hub.Talk.Receive("quiet", hub.Blog.Scopes.Single(s => s.Subject == period).Discussions[0], 4);
        await BoardPageTests.Sort(await priya.Open($"/responses/{period}"), "Canteen", 1);

        var preview = await priya.Open($"/responses/{period}/digest");

        Assert.Equal(["Pay quiet", "Every comment is accounted for"], preview.Document.QuerySelectorAll(".hub-prose h2").Select(h => h.TextContent));
        Assert.Contains("Nothing new is answered here on: Canteen.", preview.Text, StringComparison.Ordinal);
    }

    /// <summary>A period with one theme, all sorted, and an answer that promises something and is not published.</summary>
    private async Task<SubjectRef> Ready(string key)
    {
        var (period, now) = (hub.Period(key, 3), hub.Clock.Now);
        var theme = Theme.Make(period, $"Pay {key}", 0, (People.Priya, now));
        var question = Question.Ask(theme, "When is it published?", [], (People.Priya, now));
        var answer = question.Write(new AnswerText(AnswerState.Answered, "We publish it."), People.Grace, now);
        await hub.In((_, db) =>
        {
            db.AddRange(theme, question, Promise.Mark(new Pledge("We publish it.", "It is there", People.Grace, new DateOnly(2007, 5, 4)), (new("responses.answer", answer.Id), period), People.Grace));
            return Task.FromResult(0);
        });
        await BoardPageTests.Sort(await (await hub.As("priya")).Open($"/responses/{period}"), theme.Title, 3);
        return period;
    }
}
