using System.Net;
using EngagementHub.Conversation;

namespace EngagementHub.Tests.Conversation;

public sealed class OpeningTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    [Fact]
    public async Task A_withheld_name_is_opened_by_two_people_with_grounds_for_a_day_and_everybody_learns_how_often()
    {
        var comment = await Withheld("A threat to a colleague");
        var (office, admin) = (await hub.As("office"), await hub.As("admin"));

        var asked = await (await office.Open("/openings")).Submit("#ask", ("Comment", comment), ("Grounds", "A threat; the police ask"));
        Assert.Contains("Somebody else who has this right must agree", asked.Text, StringComparison.Ordinal);
        var alone = await office.Post($"{asked.Url}?handler=agree");
        alone.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("You asked for it", alone.Text, StringComparison.Ordinal);
        (await office.Post($"{asked.Url}?handler=show")).MustBe(HttpStatusCode.UnprocessableEntity);

        var agreed = await (await admin.Open(asked.Url)).Submit(("!button", "Agree"));
        Assert.Contains("Written by Tom Taylor", (await agreed.Submit()).Text, StringComparison.Ordinal);
        Assert.Contains("Written by Tom Taylor", (await office.Post($"{asked.Url}?handler=show")).Text, StringComparison.Ordinal);

        var now = hub.Clock.Now;
        hub.Clock.Now = now.AddHours(24);
        (await office.Post($"{asked.Url}?handler=show")).MustBe(HttpStatusCode.UnprocessableEntity);
        hub.Clock.Now = now;
        Assert.Matches(@"Withheld names opened\s*[1-9] time", (await (await hub.As("sam")).Open("/how-anonymous")).Text);
        Assert.Matches("2007-04,\"names made known\",[1-9]", (await office.Open("/moderation/transparency.csv")).Body);
        Assert.Contains("Names made known", (await (await hub.As("sam")).Open("/moderation/transparency")).Text, StringComparison.Ordinal);
        var notice = await (await hub.As("tom")).Open("/notifications");
        Assert.Contains("Your name was opened on a comment where it was withheld", notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(comment, notice.Body, StringComparison.Ordinal);
        var on = new SubjectRef("conversation.comment", Guid.Parse(comment.Split('/')[^1]));
        var audit = await hub.In((_, db) => Task.FromResult(db.Audit.Where(a => a.On == on && a.What.StartsWith("conversation.name.")).OrderBy(a => a.Id).Select(a => a.What).ToList()));
        Assert.Equal(["conversation.name.asked", "conversation.name.agreed", "conversation.name.seen", "conversation.name.seen"], audit);
    }

    [Fact]
    public async Task The_writer_reads_the_grounds_by_the_code()
    {
        var on = await hub.Open(Anonymity.NameWithheld);
        var sent = await ConversationFixture.Write(await hub.As("tom"), on, "Words", "withheld");
        var code = sent.Document.QuerySelector(".hub-receipt")!.TextContent.Trim();
        var asked = await (await (await hub.As("office")).Open("/openings")).Submit("#ask", ("Comment", Assert.Single(await hub.Received(on)).Url), ("Grounds", "A duty under the law"));
        await (await (await hub.As("admin")).Open(asked.Url)).Submit(("!button", "Agree"));

        var told = await (await (await hub.As("tom")).Open("/comments/receipt")).Submit(("Code", code));

        Assert.Contains("Your name was opened on Tuesday 24 April 2007, by two people together. Their grounds: A duty under the law", told.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("mina"), InlineData("tom")]
    public async Task Moderators_and_staff_have_no_door_to_it(string who) =>
        (await (await hub.As(who)).Open("/openings")).MustBe(HttpStatusCode.Forbidden);

    [Fact]
    public async Task Of_a_comment_whose_name_is_not_stored_there_is_nothing_to_open()
    {
        var on = await hub.Open();
        await ConversationFixture.Write(await hub.As("tom"), on, "Not stored", "anonymous");

        var page = await (await (await hub.As("office")).Open("/openings")).Submit("#ask", ("Comment", Assert.Single(await hub.Received(on)).Url), ("Grounds", "I want to know"));

        page.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("there is none to open", string.Join(' ', page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_opening_shows_nobody_anything()
    {
        var comment = await Withheld("Harmless");
        var asked = await (await (await hub.As("office")).Open("/openings")).Submit("#ask", ("Comment", comment), ("Grounds", "Curiosity"));
        var admin = await hub.As("admin");

        var refused = await admin.Open(asked.Url);
        (await refused.Submit(("!button", "Refuse"))).MustBe(HttpStatusCode.UnprocessableEntity);
        await refused.Submit(("!button", "Refuse"), ("Because", "No ground"));

        (await admin.Post($"{asked.Url}?handler=agree")).MustBe(HttpStatusCode.UnprocessableEntity);
        (await admin.Post($"{asked.Url}?handler=show")).MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("No ground", (await admin.Open(asked.Url)).Text, StringComparison.Ordinal);
    }

    private async Task<string> Withheld(string text)
    {
        var on = await hub.Open(Anonymity.NameWithheld);
        (await ConversationFixture.Write(await hub.As("tom"), on, text, "withheld")).MustBe(HttpStatusCode.OK);
        var comment = Assert.Single(await hub.Received(on));
        Assert.Equal(("Name withheld", (StaffId?)null), (comment.AuthorLabel, comment.Author));
        return comment.Url;
    }
}
