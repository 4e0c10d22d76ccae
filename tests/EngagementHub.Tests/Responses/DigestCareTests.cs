using System.Net;
using EngagementHub.Conversation;
using EngagementHub.Core.Ports;
using EngagementHub.Responses;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Digests;
using EngagementHub.Responses.Themes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Responses;

public sealed class DigestCareTests(ResponsesFixture hub) : IClassFixture<ResponsesFixture>
{
    private static readonly DateTimeOffset Now = new(2007, 4, 24, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_anonymous_comment_of_a_small_theme_cannot_be_chosen_as_a_quotation()
    {
        var theme = Theme.Make(Comments.Period, "Pay", 0, (People.Priya, Now));
        var digest = Digest.Begin(Comments.Period, People.Priya);
        var small = Board.Of([theme], [Comments.Received(1), Comments.Received(2, author: People.Tom)], [Sorted(theme, 1), Sorted(theme, 2)]);

        Assert.Contains("is anonymous and its theme has fewer than 3", Assert.Throws<BrokenRuleException>(() => digest.Quote(small, [StableId.From("c1")])).Message, StringComparison.Ordinal);
        digest.Quote(small, [StableId.From("c2")]);
        digest.Quote(Board.Of([theme], Comments.Several(3), [Sorted(theme, 1), Sorted(theme, 2), Sorted(theme, 3)]), [StableId.From("c1")]);

        Assert.Equal([StableId.From("c1")], digest.Quotes);
    }

    [Fact]
    public async Task A_chosen_quotation_goes_when_its_theme_becomes_too_small()
    {
        var (period, priya) = (hub.Period("quote", 3), await hub.As("priya"));
        var board = $"/responses/{period}";
        await BoardPageTests.Sort(await priya.Post($"{board}/themes", ("Title", "Pay")), "Pay", 3);
        var comment = StableId.From("comment/quote-c2");
        var kept = await (await priya.Open($"{board}/digest")).Submit(("!button", "Keep"), ("Title", "Quoted"), ("Standfirst", "All of it"), ("Quotes", comment.ToString()));
        Assert.Contains("Words 2", kept.Document.QuerySelector(".hub-prose blockquote")!.TextContent, StringComparison.Ordinal);
        await kept.PublishDigest();
        var line = hub.Blog.Published.Single(p => p.Title == "Quoted").Sections[0].Markdown;
        Assert.Contains($"[[comment:{comment}/", line, StringComparison.Ordinal);
        Assert.Contains("Words 2", await QuoteAsync(line), StringComparison.Ordinal);

        hub.Talk.Now("quote", 3, CommentStanding.Withdrawn);

        Assert.Equal("<p>This comment is no longer shown.</p>", await QuoteAsync(line));
    }

    [Fact]
    public async Task What_arrives_after_the_preview_goes_to_since_publication_and_the_sum_printed_holds()
    {
        var (period, priya) = (hub.Period("arrives", 2), await hub.As("priya"));
        await BoardPageTests.Sort(await priya.Open($"/responses/{period}"), "Not a question", 2);
        var form = await priya.Open($"/responses/{period}/digest");
        hub.Talk.Receive("arrives", hub.Blog.Scopes.Single(s => s.Subject == period).Discussions[0], 3);

        var published = await form.PublishDigest(("Title", "Two of three"), ("Standfirst", "Two remarks"));

        published.MustBe(HttpStatusCode.OK);
        Assert.Contains("1 comment arrived after the preview", published.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 (Not a question) = 2 received ✓", hub.Blog.Published.Single(p => p.Title == "Two of three").Sections[^1].Markdown, StringComparison.Ordinal);
        Assert.Contains("1 since publication", (await priya.Open($"/responses/{period}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_opening_of_a_summary_and_of_a_round_up_is_drafted_from_the_record()
    {
        var (period, priya) = (hub.Period("record", 4), await hub.As("priya"));
        var board = $"/responses/{period}";
        var page = await priya.Post($"{board}/themes", ("Title", "Pay"));
        await BoardPageTests.Sort(page, "Pay", 3);
        await BoardPageTests.Sort(await priya.Open(board), "Not a question", 1);
        await (await priya.Open(page.Document.QuerySelector("a[href$='/ask']")!.GetAttribute("href")!)).Submit(("Wording", "Why so late?"), ("Responder", People.Grace.ToString()), ("Due.Day", "30"), ("Due.Month", "4"), ("Due.Year", "2007"));

        var form = await priya.Open($"{board}/digest");
        var summary = await form.Submit(("!button", "Draft a mid-period"), ("Standfirst", "As typed"));
        var roundUp = await summary.Submit(("!button", "Draft the round-up"));

        Assert.Contains("- Pay: 3 comments; 0 of 1 question answered", Opening(summary), StringComparison.Ordinal);
        Assert.Equal("As typed", summary.Document.QuerySelector("#Standfirst")!.TextContent.Trim());
        Assert.Contains("answered 0 of 1 question", Opening(roundUp), StringComparison.Ordinal);
        Assert.Matches(@"- Why so late\? \(.*, by 30 April 2007\)", Opening(roundUp));
        Assert.True(roundUp.Document.QuerySelector("[name=DigestKind][value=round-up]")!.HasAttribute("checked"));
        Assert.Equal(0, await hub.In((_, db) => db.Digests.CountAsync(d => d.Scope == period)));
    }

    [Fact]
    public async Task An_answer_that_waits_for_clearance_stays_behind_when_the_digest_goes_out()
    {
        var (period, priya) = (hub.Period("behind", 1), await hub.As("priya"));
        var board = $"/responses/{period}";
        var page = await priya.Post($"{board}/themes", ("Title", "Pay"));
        await BoardPageTests.Sort(page, "Pay", 1);
        var asked = await (await priya.Open(page.Document.QuerySelector("a[href$='/ask']")!.GetAttribute("href")!)).Submit(("Wording", "When?"), ("NeedsClearance", "true"));
        await (await priya.Open(asked.Document.QuerySelector("a[href*='/questions/']")!.GetAttribute("href")!)).Submit(("State", "Answered"), ("Text", "Uncleared words."));

        var form = await priya.Open($"{board}/digest");
        await form.PublishDigest(("Title", "Without it"), ("Standfirst", "All of it"));

        Assert.Contains("1 answer waits for clearance and stays behind", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Uncleared words", string.Join(' ', hub.Blog.Published.Single(p => p.Title == "Without it").Sections.Select(s => s.Markdown)), StringComparison.Ordinal);
    }

    private static string Opening(HubPage page) => page.Document.QuerySelector("#Opening")!.TextContent;

    private static Sorting Sorted(Theme theme, int number)
    {
        var sorting = Sorting.Of(Comments.Period, StableId.From($"c{number}"));
        sorting.Into([theme], People.Priya, Now);
        return sorting;
    }

    private async Task<string> QuoteAsync(string markdown)
    {
        using var scope = hub.Services.CreateScope();
        var argument = markdown.Split("[[comment:")[1].Split("]]")[0];
        var embed = scope.ServiceProvider.GetServices<IPostEmbed>().Single(e => e.Name == "comment");
        using var writer = new StringWriter();
        (await embed.RenderAsync(argument, hub.Clock.Now, TestContext.Current.CancellationToken))!.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }
}
