using System.Net;
using EngagementHub.Conversation;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Conversation;

public sealed class ModerationPageTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    [Theory]
    [InlineData("/moderation")]
    [InlineData("/moderation/log")]
    [InlineData("/moderation/5a1f9d5c-0000-4000-8000-000000000000/decline")]
    [InlineData("/moderation/discussions/5a1f9d5c-0000-4000-8000-000000000000")]
    public async Task Only_moderators_moderate(string url)
    {
        (await (await hub.As("tom")).Open(url)).MustBe(HttpStatusCode.Forbidden);
        Assert.DoesNotContain("href=\"/moderation\"", (await (await hub.As("tom")).Open("/")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moderator_approves_with_one_button_and_the_writer_is_told()
    {
        var (on, id) = await Waiting("A good point");
        var queue = await (await hub.As("mina")).Open("/moderation");

        var after = await queue.Submit($"#queue-{id} form");

        Assert.Contains("Comment #1 on “Pay and people” is shown to readers", after.Text, StringComparison.Ordinal);
        Assert.Contains("A good point", (await hub.Show(on, await hub.As(""))).Text, StringComparison.Ordinal);
        await hub.TellWriters();
        Assert.Contains("Your comment #1 on “Pay and people” is shown to readers", (await (await hub.As("tom")).Open("/notifications")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declined_comment_comes_back_to_its_writer_with_the_form_filled()
    {
        var (on, id) = await Waiting("My own pay is wrong");
        var page = await (await hub.As("mina")).Open($"/moderation/{id}/decline");
        var refused = await page.Submit(("Reason", "This is one person's pay"));
        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("This is one person's pay", refused.Document.QuerySelector("#Reason")!.TextContent, StringComparison.Ordinal);

        await refused.Submit(("Clause", "3"), ("Suggestion", "How are pay queries answered?"));

        await hub.TellWriters();
        var notices = await (await hub.As("tom")).Open("/notifications");
        Assert.Contains("Clause 3 No personal cases: This is one person's pay. The moderator suggests: “How are pay queries answered?”", notices.Text, StringComparison.Ordinal);
        var form = await (await hub.As("tom")).Open($"/comments/write?on={on}&from={id}");
        Assert.Equal("My own pay is wrong", form.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.DoesNotContain("My own pay", (await (await hub.As("sam")).Open($"/comments/write?on={on}&from={id}")).Body, StringComparison.Ordinal);
        var shown = await hub.Show(on, await hub.As(""));
        Assert.Contains("1 comment was declined under clause 3 No personal cases", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("My own pay", shown.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_moderators_on_one_comment_the_second_is_told()
    {
        var (on, id) = await Waiting("Contested");
        var minas = await (await hub.As("mina")).Open("/moderation");
        var noahs = await (await hub.As("noah")).Open($"/moderation/{id}/decline");
        await minas.Submit($"#queue-{id} form");

        var second = await noahs.Submit(("Clause", "1"), ("Reason", "Too sharp"));

        second.MustBe(HttpStatusCode.Conflict);
        Assert.Contains("Mina Moderator decided comment #1", Assert.Single(second.Errors), StringComparison.Ordinal);
        Assert.Contains("Too sharp", second.Body, StringComparison.Ordinal);
        Assert.Equal(CommentStanding.Published, Assert.Single(await hub.Received(on)).Standing);
        (await minas.Submit($"#queue-{id} form")).MustBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Nobody_decides_their_own_comment()
    {
        var on = await hub.Open();
        await ConversationFixture.Write(await hub.As("mina"), on, "From a moderator");
        var id = Assert.Single(await hub.Received(on)).Id;
        var mina = await hub.As("mina");

        Assert.Null((await mina.Open("/moderation")).Document.QuerySelector($"#queue-{id} form"));
        var decline = await mina.Open($"/moderation/{id}/decline");
        Assert.Contains("You wrote this comment, so another moderator decides it", decline.Text, StringComparison.Ordinal);
        Assert.Null(decline.Document.QuerySelector("textarea"));
        (await mina.Post($"/moderation?handler=approve&id={id}&seen=0")).MustBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Likely_names_are_offered_and_only_what_is_ticked_is_struck()
    {
        var on = await hub.Open();
        // Another writer than in the tests beside it, who may not write without end.
        await ConversationFixture.Write(await hub.As("sam"), on, "Ask Grace Green or Mr Nobody about it");
        var id = Assert.Single(await hub.Received(on)).Id;

        var form = await (await hub.As("mina")).Open($"/moderation/{id}/redact");
        var boxes = form.Document.QuerySelectorAll("input[name=Found]");

        Assert.Equal(["Grace Green", "Nobody"], boxes.Select(b => b.GetAttribute("value")));
        Assert.DoesNotContain(boxes, b => b.HasAttribute("checked"));
        Assert.Equal("Say which words to strike", Assert.Single((await form.Submit(("Clause", "3"), ("Reason", "name"))).Errors));
    }

    [Fact]
    public async Task Words_found_by_a_rule_are_marked_and_struck()
    {
        var (on, id) = await Waiting("Ring me on 020 7035 4848 soon");
        var mina = await hub.As("mina");
        var queue = await mina.Open("/moderation");
        Assert.Equal("020 7035 4848", queue.Document.QuerySelector($"#queue-{id} mark")!.TextContent);

        await (await mina.Open($"/moderation/{id}/redact")).Submit(("Found", "020 7035 4848"), ("Clause", "3"), ("Reason", "personal data"));
        await (await mina.Open("/moderation")).Submit($"#queue-{id} form");

        Assert.Contains("Ring me on [redacted: personal data] soon", (await hub.Show(on, mina)).Text, StringComparison.Ordinal);
        var log = (await mina.Open("/moderation/log")).Text;
        Assert.Contains("words struck", log, StringComparison.Ordinal);
        Assert.Contains("3 No personal cases (version 1.0)", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_halt_is_shown_in_place_and_keeps_what_is_queued_until_it_ends()
    {
        var (on, id) = await Waiting("Caught in the halt");
        var mina = await hub.As("mina");
        var link = (await mina.Open("/moderation")).Document.QuerySelector($"#queue-{id} a[href*=discussions]")!.GetAttribute("href")!;

        var halted = await (await mina.Open(link)).Submit(("Clause", "1"), ("Reason", "It turned to named colleagues"), ("LastDay.Day", "26"), ("LastDay.Month", "4"), ("LastDay.Year", "2007"), ("Queued", "Wait"));

        halted.MustBe(HttpStatusCode.OK);
        var shown = await hub.Show(on, mina);
        Assert.Contains("This discussion is halted until the end of Thursday 26 April 2007. Mina Moderator, Intranet editor, halted it", shown.Text, StringComparison.Ordinal);
        Assert.Null(shown.Document.QuerySelector("form"));
        (await mina.Post($"/moderation?handler=approve&id={id}&seen=0")).MustBe(HttpStatusCode.UnprocessableEntity);
        var refused = await (await hub.As("sam")).Post($"/comments/write?on={on}", ("Text", "Too late"), ("Shown", "named"), ("Accept", "true"));
        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Too late", refused.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        await (await mina.Open(link)).Submit("form[action*=reopen]");
        var reopened = await hub.Show(on, mina);
        Assert.Contains("It was opened again on Tuesday 24 April 2007", reopened.Text, StringComparison.Ordinal);
        Assert.NotNull(reopened.Document.QuerySelector("form"));
    }

    [Fact]
    public async Task A_comment_set_aside_stays_in_the_queue()
    {
        var (_, id) = await Waiting("Hard to say");
        var mina = await hub.As("mina");

        await (await mina.Open($"/moderation/{id}/hold")).Submit(("Reason", "Ask Noah"));

        Assert.Contains("Set aside", (await mina.Open("/moderation")).Document.QuerySelector($"#queue-{id}")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Striking_nothing_is_answered_with_all_that_is_missing()
    {
        var (_, id) = await Waiting("Ring me on 020 7035 4848 again");

        var refused = await (await (await hub.As("mina")).Open($"/moderation/{id}/redact")).Submit();

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["Choose a clause of version 1.0 of the code of conduct", "Say which words to strike", "Say why, in words the writer will read"], refused.Errors.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_comment_is_approved_from_its_history_too()
    {
        var (on, id) = await Waiting("Read with its history");

        await (await (await hub.As("mina")).Open($"/moderation/{id}/history")).Submit("form[action*='handler=approve']");

        Assert.Equal(CommentStanding.Published, Assert.Single(await hub.Received(on)).Standing);
    }

    [Fact]
    public async Task An_approved_comment_is_found_in_the_log_and_taken_down()
    {
        var (on, id) = await Waiting("Regretted");
        var mina = await hub.As("mina");
        await (await mina.Open("/moderation")).Submit($"#queue-{id} form");

        var log = await mina.Open("/moderation/log");
        var history = await mina.Open(log.Document.QuerySelector($"a[href='/moderation/{id}/history']")!.GetAttribute("href")!);
        Assert.NotNull(history.Document.QuerySelector($"a[href='/moderation/{id}/redact']"));
        await (await mina.Open(history.Document.QuerySelector($"a[href='/moderation/{id}/decline']")!.GetAttribute("href")!)).Submit(("Clause", "1"), ("Reason", "Seen too late"));

        Assert.Equal(CommentStanding.Declined, Assert.Single(await hub.Received(on)).Standing);
    }

    [Fact]
    public async Task An_approved_comment_is_found_by_its_link_or_by_post_and_number_and_its_words_are_struck()
    {
        var (on, id) = await Waiting("Joan knows");
        var mina = await hub.As("mina");
        await (await mina.Open("/moderation")).Submit($"#queue-{id} form");
        var queue = await mina.Open("/moderation");
        var post = await hub.In((_, db) => db.Discussions.Where(d => d.On == on).Select(d => d.Id).SingleAsync());

        queue = await mina.Open("/moderation/find");
        var byLink = await queue.Submit("form[action='/moderation/find']", ("Link", $"http://localhost/comments/{id}"));
        var byNumber = await queue.Submit("form[action='/moderation/find']", ("Post", $"{post}"), ("Number", "1"));
        var nowhere = await queue.Submit("form[action='/moderation/find']", ("Post", $"{post}"), ("Number", "2"));

        Assert.Contains("No comment is there", Assert.Single(nowhere.Errors), StringComparison.Ordinal);
        Assert.NotNull(byNumber.Document.QuerySelector($"a[href='/moderation/{id}/decline']"));
        var redact = byLink.Document.QuerySelector($"a[href='/moderation/{id}/redact']")!.GetAttribute("href")!;
        await (await mina.Open(redact)).Submit(("Words", "Joan"), ("Clause", "3"), ("Reason", "name"));
        Assert.Contains("[redacted: name] knows", (await hub.Show(on, mina)).Text, StringComparison.Ordinal);
    }

    private async Task<(SubjectRef On, Guid Comment)> Waiting(string text)
    {
        var on = await hub.Open();
        await ConversationFixture.Write(await hub.As("tom"), on, text);
        return (on, Assert.Single(await hub.Received(on)).Id);
    }
}
