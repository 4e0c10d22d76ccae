using System.Net;
using EngagementHub.Conversation;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Conversation;

/// <summary>A plain sending is taken in without making the page; a field the form does not have sends the same through the page.</summary>
public sealed class PlainSendingTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    private static readonly (string, string)[] ThroughThePage = [("Other", "field")];

    [Theory]
    [InlineData("named")]
    [InlineData("anonymous")]
    public async Task Both_ways_answer_alike_and_keep_the_same(string shown)
    {
        var (first, second, tom) = (await hub.Open(), await hub.Open(), await Tom());

        var plain = await Send(tom, first, "  Words\r\nand more", shown);
        var page = await Send(tom, second, "  Words\r\nand more", shown, ThroughThePage);

        Assert.Equal((page.Status, page.Url), (plain.Status, plain.Url));
        Assert.Equal(Sentence(page), Sentence(plain));
        var (one, two) = (Assert.Single(await hub.Received(first)), Assert.Single(await hub.Received(second)));
        Assert.Equal((two.AuthorLabel, two.Standing, two.Author, await Text(second)), (one.AuthorLabel, one.Standing, one.Author, await Text(first)));
    }

    [Fact]
    public async Task What_came_the_one_way_is_known_on_the_other()
    {
        var (on, tom) = (await hub.Open(), await Tom());

        await Send(tom, on, "Once", "named");
        await Send(tom, on, "Once", "named", ThroughThePage);
        await Send(tom, on, "Once", "named");

        Assert.Single(await hub.Received(on));
    }

    [Fact]
    public async Task Whom_the_letterbox_refuses_the_page_tells_why_with_the_words_kept()
    {
        hub.Clock.Now = Talk.Now;
        var (on, tom) = (await hub.Open(), await Tom());
        await hub.In(async (_, db) =>
        {
            var discussion = await db.Discussions.SingleAsync(d => d.On == on);
            discussion.Halt(lastDay: null);
            return discussion;
        });

        var refused = await Send(tom, on, "Not lost", "named");

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("is halted", string.Join(' ', refused.Errors), StringComparison.Ordinal);
        Assert.Equal("Not lost", refused.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Empty(await hub.Received(on));
    }

    [Theory]
    [InlineData("Shown", "withheld", "Choose how we shall show you")]
    [InlineData("Text", " \u200B", "Write your comment")]
    public async Task What_the_form_cannot_mean_is_refused_by_the_page(string field, string value, string sentence)
    {
        var (on, tom) = (await hub.Open(), await Tom());
        (string Name, string Value)[] fields = [("Key", Guid.NewGuid().ToString("N")), ("Text", "Words"), ("Shown", "named")];

        var page = await tom.Post($"/comments/write?on={on}", [.. fields.Where(f => f.Name != field), (field, value)]);

        page.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains(sentence, string.Join(' ', page.Errors), StringComparison.Ordinal);
        Assert.Empty(await hub.Received(on));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Other=field")]
    [InlineData("handler=continue")]
    public async Task Who_chose_not_to_be_named_is_not_named_because_the_terms_changed_meanwhile(string way)
    {
        var (on, tom) = (await hub.Open(), await Tom());
        await hub.In(async (_, db) =>
        {
            var discussion = await db.Discussions.SingleAsync(d => d.On == on);
            discussion.Change(Talk.Terms with { Url = "/code-of-conduct", Anonymity = Anonymity.Named });
            return discussion;
        });

        var refused = await tom.Post($"/comments/write?on={on}&{way}", Fields("In confidence", "anonymous"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("carry the writer’s name", string.Join(' ', refused.Errors), StringComparison.Ordinal);
        Assert.Equal("In confidence", refused.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Empty(await hub.Received(on));
        (await refused.Submit()).MustBe(HttpStatusCode.OK);
        Assert.Equal("Tom Taylor, Caseworker", Assert.Single(await hub.Received(on)).AuthorLabel);
    }

    [Fact]
    public async Task An_answer_stands_in_its_thread_and_one_to_nothing_is_not_taken()
    {
        var (on, tom) = (await hub.Open(preModerated: false), await Tom());
        await Send(tom, on, "First", "named");
        var first = Assert.Single(await hub.Received(on)).Id;

        await tom.Post($"/comments/write?on={on}&replyTo={first}", Fields("Reply", "named"));
        (await tom.Post($"/comments/write?on={on}&replyTo={Guid.NewGuid()}", Fields("Alone", "named"))).MustBe(HttpStatusCode.UnprocessableEntity);

        Assert.Equal([null, first], await hub.In((_, db) => db.Comments.Where(c => c.On == on).OrderBy(c => c.Number).Select(c => c.ReplyTo).ToListAsync()));
    }

    [Fact]
    public async Task Who_is_not_signed_in_or_comes_from_another_site_sends_nothing()
    {
        var (on, tom, nobody) = (await hub.Open(), await Tom(), await hub.As(""));
        (await Send(nobody, on, "Whose?", "named")).MustBe(HttpStatusCode.UnprocessableEntity);
        using var foreign = new HttpRequestMessage(HttpMethod.Post, $"/comments/write?on={on}") { Content = new FormUrlEncodedContent(Fields("Not mine", "named").Select(f => KeyValuePair.Create(f.Item1, f.Item2))) };
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await tom.Http.SendAsync(foreign, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(await hub.Received(on));
    }

    private async Task<HubClient> Tom()
    {
        var tom = await hub.As("tom");
        await ConversationFixture.Write(tom, await hub.Open(), "Before, so that the code is accepted");
        return tom;
    }

    private Task<string> Text(SubjectRef on) => hub.In((_, db) => db.Comments.Where(c => c.On == on).Select(c => c.Text).SingleAsync());

    private static string Sentence(HubPage page) => System.Text.RegularExpressions.Regex.Replace(page.Text, "[0-9A-Z]{4}(-[0-9A-Z]{2,4}){6}", "code");

    private static (string, string)[] Fields(string text, string shown) => [("Key", new string('k', 32)), ("Text", text), ("Shown", shown)];

    private static Task<HubPage> Send(HubClient who, SubjectRef on, string text, string shown, params (string, string)[] more) =>
        who.Post($"/comments/write?on={on}", [.. Fields(text, shown), .. more]);
}
