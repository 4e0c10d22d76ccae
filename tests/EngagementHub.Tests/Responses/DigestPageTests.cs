using System.Net;
using EngagementHub.Conversation;
using EngagementHub.Responses;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Responses;

public sealed class DigestPageTests(ResponsesFixture hub) : IClassFixture<ResponsesFixture>
{
    [Fact]
    public async Task A_digest_waits_until_every_comment_has_its_place()
    {
        var board = $"/responses/{hub.Period("early", 2)}";

        var refused = await (await (await hub.As("priya")).Open($"{board}/digest"))
            .PublishDigest(("Title", "What you asked"), ("Standfirst", "All of it"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("2 comments are still to be sorted", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain(hub.Blog.Published, p => p.Title == "What you asked" && p.Scope.Id == StableId.From("early"));
    }

    [Fact]
    public async Task From_comments_to_theme_to_answer_to_promise_to_digest_to_ledger()
    {
        var board = $"/responses/{hub.Period("thread", 3)}";
        var priya = await hub.As("priya");
        var made = await priya.Post($"{board}/themes", ("Title", "Pay policy"));
        var sorted = await BoardPageTests.Sort(made, "Pay policy", 3);
        var theme = sorted.Document.QuerySelector("a[href$='/ask']")!.GetAttribute("href")!;

        await (await priya.Open(theme)).Submit(("Wording", "Why is the pay round late?"), ("Comments", StableId.From("comment/thread-c1").ToString()), ("Responder", People.Grace.ToString()));
        var grace = await hub.As("grace");
        var told = await grace.Open("/notifications");
        var question = told.Document.QuerySelectorAll("main a").First(a => a.TextContent.Contains("question for you", StringComparison.Ordinal)).GetAttribute("href")!;
        var kept = await (await grace.Open(question)).Submit(("State", "Answered"), ("Text", "It waits for the remit. We will publish the offer by June."));
        var mark = kept.Document.QuerySelectorAll("a[href^='/promises/make']")[1].GetAttribute("href")!;
        await (await grace.Open(mark)).Submit(("Due.Day", "29"), ("Due.Month", "6"), ("Due.Year", "2007"), ("Evidence", "The offer is on the intranet"));
        Assert.DoesNotContain("publish the offer", (await grace.Open("/promises")).Text, StringComparison.Ordinal);

        var ledger = await (await priya.Open($"{board}/digest")).PublishDigest(("Title", "What you asked about pay"), ("Standfirst", "All of it"));

        ledger.MustBe(HttpStatusCode.OK);
        Assert.Contains("We will publish the offer by June.", ledger.Text, StringComparison.Ordinal);
        var post = hub.Blog.Published.Single(p => p.Title == "What you asked about pay");
        Assert.Contains("3 (Pay policy) = 3 received ✓", post.Sections[^1].Markdown, StringComparison.Ordinal);
        Assert.Contains("It waits for the remit", (await grace.Open("/answers")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_says_what_becomes_of_a_name_and_the_choice_travels_with_it()
    {
        var period = hub.Period("levels", 1);
        var priya = await hub.As("priya");
        await BoardPageTests.Sort(await priya.Open($"/responses/{period}"), "Not a question", 1);
        var page = await priya.Open($"/responses/{period}/digest");
        Assert.Equal(["NotRecorded", "KeptTogether", "NameWithheld", "Named"], page.Document.QuerySelectorAll("[name=Anonymity]").Select(r => r.GetAttribute("value")));
        (string, string)[] words = [("Title", "On levels"), ("Standfirst", "One remark")];

        var endless = await page.Submit([.. words, ("!button", "Keep"), ("Anonymity", "KeptTogether")]);
        endless.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("only where comments close on a stated day", Assert.Single(endless.Errors), StringComparison.Ordinal);
        var kept = await page.Submit([.. words, ("!button", "Keep"), ("Anonymity", "NameWithheld")]);
        Assert.True(kept.Document.QuerySelector("[name=Anonymity][value=NameWithheld]")!.HasAttribute("checked"));
        await kept.PublishDigest(words);

        Assert.Equal("NameWithheld", hub.Blog.Published.Single(p => p.Title == "On levels").Comments!.Anonymity);
    }

    [Fact]
    public async Task A_comment_that_arrives_after_the_digest_stands_since_publication()
    {
        var period = hub.Period("later", 1);
        var priya = await hub.As("priya");
        await BoardPageTests.Sort(await priya.Open($"/responses/{period}"), "Not a question", 1);
        await (await priya.Open($"/responses/{period}/digest")).PublishDigest(("Title", "Nothing asked"), ("Standfirst", "One remark"));
        hub.Talk.Receive("later", hub.Blog.Scopes.Single(s => s.Subject == period).Discussions[0], 2);

        var board = await priya.Open($"/responses/{period}");

        Assert.Contains("1 since publication", board.Text, StringComparison.Ordinal);
        Assert.Contains("Sum: 1 + 1 = 2 ✓", board.Text, StringComparison.Ordinal);
        Assert.Equal(1, await hub.In((_, db) => db.Digests.Where(d => d.Scope == period).Select(d => d.Received).SingleAsync()));
    }

    [Fact]
    public async Task A_second_click_on_publish_leads_to_the_post_that_is_there()
    {
        var period = hub.Period("double", 1);
        var priya = await hub.As("priya");
        await BoardPageTests.Sort(await priya.Open($"/responses/{period}"), "Not a question", 1);
        var form = await priya.Open($"/responses/{period}/digest");

        await form.PublishDigest(("Title", "Published once"), ("Standfirst", "One remark"));
        var again = await form.PublishDigest(("Title", "Published once"), ("Standfirst", "One remark"));

        again.MustBe(HttpStatusCode.OK);
        Assert.Contains("published already", again.Text, StringComparison.Ordinal);
        Assert.Single(hub.Blog.Published, p => p.Scope == period);
    }

    [Fact]
    public async Task What_changed_after_the_preview_is_shown_before_it_is_published()
    {
        var period = hub.Period("changed", 2);
        var priya = await hub.As("priya");
        await BoardPageTests.Sort(await priya.Open($"/responses/{period}"), "Not a question", 2);
        var form = await priya.Open($"/responses/{period}/digest");
        hub.Talk.Now("changed", 2, CommentStanding.Declined);

        var refused = await form.PublishDigest(("Title", "Nothing asked"), ("Standfirst", "Two remarks"));

        refused.MustBe(HttpStatusCode.Conflict);
        Assert.Contains("changed after you saw the preview", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("1 + 1 = 2", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(hub.Blog.Published, p => p.Scope == period);
        (await refused.PublishDigest()).MustBe(HttpStatusCode.OK);
        Assert.Single(hub.Blog.Published, p => p.Scope == period && p.Standfirst == "Two remarks");
    }

    [Fact]
    public async Task The_second_writer_of_an_answer_is_told_and_keeps_what_was_typed()
    {
        var board = $"/responses/{hub.Period("writers", 1)}";
        var (priya, grace) = (await hub.As("priya"), await hub.As("grace"));
        await priya.Post($"{board}/themes", ("Title", "Pay"));
        var page = await (await priya.Open((await priya.Open(board)).Document.QuerySelector("a[href$='/ask']")!.GetAttribute("href")!)).Submit(("Wording", "Who writes?"));
        var answer = page.Document.QuerySelector("a[href$='/answer']")!.GetAttribute("href")!;
        var (first, second) = (await grace.Open(answer), await priya.Open(answer));
        await first.Submit(("State", "Answered"), ("Text", "Grace wrote this."));

        var refused = await second.Submit(("State", "Answered"), ("Text", "Priya wrote that."));
        var kept = await refused.Submit();

        refused.MustBe(HttpStatusCode.Conflict);
        Assert.Contains("Somebody else changed this answer", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("Priya wrote that.", refused.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Contains("Grace wrote this.", refused.Text, StringComparison.Ordinal);
        kept.MustBe(HttpStatusCode.OK);
        var answers = await hub.In((_, db) => db.Questions.Where(q => q.Wording == "Who writes?").SelectMany(q => q.Answers).ToListAsync());
        Assert.Equal((People.Grace, "Priya wrote that."), (Assert.Single(answers).By, answers[0].Text));
    }

    [Fact]
    public async Task Only_those_who_may_answer_reach_a_question()
    {
        var board = $"/responses/{hub.Period("asked", 1)}";
        var priya = await hub.As("priya");
        await priya.Post($"{board}/themes", ("Title", "Pay"));
        var page = await (await priya.Open((await priya.Open(board)).Document.QuerySelector("a[href$='/ask']")!.GetAttribute("href")!)).Submit(("Wording", "Why?"));
        var answer = page.Document.QuerySelector("a[href$='/answer']")!.GetAttribute("href")!;

        (await (await hub.As("tom")).Open(answer)).MustBe(HttpStatusCode.Forbidden);
        var refused = await (await (await hub.As("grace")).Open(answer)).Submit(("State", "WillNot"), ("Text", ""));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Enter the reason", Assert.Single(refused.Errors));
    }
}
