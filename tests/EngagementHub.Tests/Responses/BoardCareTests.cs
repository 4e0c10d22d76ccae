using System.Net;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Responses;

public sealed class BoardCareTests(ResponsesFixture hub) : IClassFixture<ResponsesFixture>
{
    [Fact]
    public async Task A_theme_is_split_and_the_sum_holds()
    {
        var board = $"/responses/{hub.Period("split", 3)}";
        var priya = await hub.As("priya");
        var page = await priya.Post($"{board}/themes", ("Title", "Pay"));
        await BoardPageTests.Sort(page, "Pay", 3);
        var split = await priya.Open(Link(page, "split"));

        var all = await split.Submit([("Title", "Bonus"), .. Enumerable.Range(1, 3).Select(n => ("Comments", Id("split", n)))]);
        Assert.Contains("Leave at least one comment", Assert.Single(all.Errors), StringComparison.Ordinal);
        Assert.Equal("Choose the comments that go into the new theme", Assert.Single((await split.Submit(("Title", "Bonus"))).Errors));
        Assert.StartsWith("There is a theme called", Assert.Single((await split.Submit(("Title", "Pay"), ("Comments", Id("split", 1)))).Errors), StringComparison.Ordinal);
        var done = await split.Submit(("Title", "Bonus"), ("Comments", Id("split", 1)));

        Assert.Contains("Sum: 2 + 1 = 3 ✓", done.Text, StringComparison.Ordinal);
        Assert.Contains("Split: \"Bonus\" out of \"Pay\"", (await priya.Open(Link(page, "history"))).Text, StringComparison.Ordinal);
        (await (await hub.As("tom")).Open(Link(page, "history"))).MustBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Themes_stand_in_the_order_somebody_gave_them_and_old_names_stay_in_their_history()
    {
        var board = $"/responses/{hub.Period("order", 1)}";
        var priya = await hub.As("priya");
        await priya.Post($"{board}/themes", ("Title", "Pay"));
        var page = await priya.Post($"{board}/themes", ("Title", "Posts"));

        await (await priya.Open(page.Document.QuerySelectorAll("a[href$='/reorder']")[1].GetAttribute("href")!)).Submit(("After", ""));
        var moved = await priya.Open(board);
        await (await priya.Open(Link(moved, "rename"))).Submit(("Title", "Recruitment"));

        Assert.True(moved.Text.IndexOf("Posts:", StringComparison.Ordinal) < moved.Text.IndexOf("Pay:", StringComparison.Ordinal));
        Assert.Contains("from \"Posts\" to \"Recruitment\"", (await priya.Open(Link(moved, "history"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_that_is_sent_twice_in_one_form_is_moved_once_and_the_place_behind_it_is_kept()
    {
        var board = $"/responses/{hub.Period("twice", 3)}";
        var priya = await hub.As("priya");

        var moved = await priya.Post(board, ("Comments", $"{Id("twice", 2)}:-1"), ("Comments", $"{Id("twice", 2)}:-1"), ("To", "NotAQuestion"));

        Assert.Contains("1 comment sorted", moved.Body, StringComparison.Ordinal);
        Assert.Contains("Sum: 1 + 2 = 3 ✓", moved.Text, StringComparison.Ordinal);
        Assert.Equal($"comment-{Id("twice", 3)}", moved.Document.QuerySelector("[autofocus]")!.Id);
    }

    [Fact]
    public async Task A_day_without_anybody_who_answers_by_it_is_refused_and_not_forgotten()
    {
        var board = $"/responses/{hub.Period("noday", 1)}";
        var priya = await hub.As("priya");
        var ask = await priya.Open(Link(await priya.Post($"{board}/themes", ("Title", "Pay")), "ask"));

        var refused = await ask.Submit(("Wording", "When?"), ("Due.Day", "30"), ("Due.Month", "4"), ("Due.Year", "2007"));

        Assert.Equal("Choose who answers by that day, or leave the day empty", Assert.Single(refused.Errors));
        Assert.Equal("30", refused.Document.QuerySelector("input[name='Due.Day']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_theme_with_answers_is_not_deleted_and_the_page_says_what_to_do()
    {
        var board = $"/responses/{hub.Period("kept", 1)}";
        var priya = await hub.As("priya");
        var page = await priya.Post($"{board}/themes", ("Title", "Pay"));
        await BoardPageTests.Sort(page, "Pay", 1);
        var asked = await (await priya.Open(Link(page, "ask"))).Submit(("Wording", "When?"));
        var question = asked.Document.QuerySelector("a[href*='/questions/']")!.GetAttribute("href")!;
        await (await priya.Open(question)).Submit(("State", "Answered"), ("Text", "In May."));
        await (await priya.Open(question.Replace("/answer", "/publish", StringComparison.Ordinal))).Submit();

        var refused = await priya.Post($"{Link(page, "merge")}?handler=Remove");

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("Readers have answers in this theme, so it cannot be deleted. Merge it into another", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_move_is_taken_back_except_where_somebody_sorted_again()
    {
        var board = $"/responses/{hub.Period("undo", 3)}";
        var priya = await hub.As("priya");
        await BoardPageTests.Sort(await priya.Open(board), "Outstanding", 1);
        hub.Clock.Now += TimeSpan.FromMinutes(1);
        await BoardPageTests.Sort(await priya.Open($"{board}?show=all"), "Not a question", 3);
        hub.Clock.Now -= TimeSpan.FromMinutes(1);
        await hub.In(async (_, db) =>
        {
            var first = await db.Set<EngagementHub.Responses.Boards.Sorting>().SingleAsync(s => s.Comment == StableId.From("comment/undo-c3"));
            first.StaysOutstanding(People.Olu, hub.Clock.Now);
            return true;
        });

        var page = await priya.Open($"{board}/undo");
        var undone = await page.Submit();
        var again = await page.Submit();

        Assert.Contains("2 of 3 comments went back", undone.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 (Outstanding) + 1 (Still to sort) = 3 received ✓", undone.Text, StringComparison.Ordinal);
        again.MustBe(HttpStatusCode.UnprocessableEntity);
        var on = new SubjectRef("conversation.comment", StableId.From("comment/undo-c1"));
        Assert.Equal(["from to sort to outstanding", "from outstanding to not a question", "from not a question to outstanding"], await hub.In((_, db) => db.Audit.Where(a => a.On == on).OrderBy(a => a.Id).Select(a => a.Why).ToListAsync()));
    }

    [Fact]
    public async Task Five_hundred_comments_are_moved_at_once_with_a_line_each_in_the_trail()
    {
        var period = hub.Period("five", 500);
        var priya = await hub.As("priya");
        var page = await priya.Open($"/responses/{period}");
        Assert.Equal(50, page.Document.QuerySelectorAll("input[name=Comments]").Length);
        (string, string)[] all = [("All", page.Document.QuerySelector("#All")!.GetAttribute("value")!), ("To", "NotAQuestion")];

        var clock = System.Diagnostics.Stopwatch.StartNew();
        var sorted = await page.Submit("#sorting", all);
        TestContext.Current.SendDiagnosticMessage($"500 comments moved in {clock.ElapsedMilliseconds} ms");

        Assert.Contains("Sum: 500 = 500 ✓", sorted.Text, StringComparison.Ordinal);
        Assert.Contains("This list changed while you were choosing", Assert.Single((await page.Submit("#sorting", all)).Errors), StringComparison.Ordinal);
        var told = await hub.In((_, db) => db.Audit.Where(a => a.What == "responses.comment.sorted" && a.Why == "from to sort to not a question").Select(a => a.On).ToListAsync());
        Assert.Equal(500, told.Intersect(Enumerable.Range(1, 500).Select(n => new SubjectRef("conversation.comment", StableId.From($"comment/five-c{n}")))).Count());
        var back = await (await priya.Open($"/responses/{period}/undo")).Submit();
        Assert.Contains("500 comments went back", back.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comments_are_marked_as_read_and_found_by_their_words()
    {
        var board = $"/responses/{hub.Period("read", 12)}";
        var priya = await hub.As("priya");
        var page = await priya.Open($"{board}?show=all&words=words+12");
        var box = Assert.Single(page.Document.QuerySelectorAll("input[name=Comments]")).GetAttribute("value")!;

        var read = await page.Submit("#sorting", ("!button", "Mark as read"), ("Comments", box));

        Assert.Contains("1 of 12", read.Text, StringComparison.Ordinal);
        Assert.Equal(11, (await priya.Open($"{board}?show=all&unread=true")).Document.QuerySelectorAll("input[name=Comments]").Length);
        Assert.Equal("Choose the comments that you have read", Assert.Single((await (await priya.Open(board)).Submit("#sorting", ("!button", "Mark as read"))).Errors));
    }

    [Fact]
    public async Task The_second_of_two_people_hears_what_the_first_did_and_chooses()
    {
        var board = $"/responses/{hub.Period("second", 2)}";
        var priya = await hub.As("priya");
        await priya.Post($"{board}/themes", ("Title", "Pay"));
        var (first, second) = (await priya.Open(board), await priya.Open(board));
        await BoardPageTests.Sort(first, "Pay", 1);

        var refused = await BoardPageTests.Sort(second, "Not a question", 2);
        var box = refused.Document.QuerySelector("[id^='o-']")!;
        var moved = await refused.Submit("#sorting", ("Comments", box.GetAttribute("value")!), ("To", "NotAQuestion"));

        Assert.Contains("You sorted comment #1 into “Pay” at 10am on Tuesday 24 April 2007", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.False(box.HasAttribute("checked"));
        Assert.Contains("1 (Not a question) + 1 (Still to sort) = 2 received ✓", moved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Single_keys_can_be_turned_off()
    {
        var board = $"/responses/{hub.Period("keys", 1)}";
        var priya = await hub.As("priya");

        var off = await (await priya.Open(board)).Submit("form[action*='handler=keys']");

        Assert.Equal("", off.Document.QuerySelector("[data-hub-board]")!.GetAttribute("data-hub-board"));
        Assert.Contains("Turn single keys on", off.Text, StringComparison.Ordinal);
    }

    private static string Link(HubPage page, string what) => page.Document.QuerySelector($"main a[href$='/{what}']")!.GetAttribute("href")!;

    private static string Id(string key, int number) => StableId.From($"comment/{key}-c{number}").ToString();
}
