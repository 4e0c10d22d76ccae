using System.Net;

namespace EngagementHub.Tests.Blogging;

public sealed class PublishingPageTests : IAsyncLifetime
{
    private const string Table = "We promise:\n\n| Service | Promise |\n|---|---:|\n| Desktop | 80% |";
    private readonly BloggingHub _hub = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task The_host_writes_a_post_with_a_table_and_readers_see_it()
    {
        await _hub.Host("priya", People.Priya, (24, 4), (27, 4));

        var published = await BloggingHub.Publish(await _hub.As("priya"), "Ask me about HR", Table);

        var read = await (await _hub.As("sam")).Open($"{BloggingHub.Blog}/2007/04/24/ask-me-about-hr");
        Assert.Equal("Ask me about HR", read.Heading);
        Assert.Equal("80%", read.Document.QuerySelector("table td:last-child")!.TextContent);
        Assert.Contains("Priya Patel, Director of Human Resources", read.Text, StringComparison.Ordinal);
        Assert.Equal(read.Url, published.Url);
        Assert.Contains("Ask me about HR", (await read.Client.Open($"{BloggingHub.Blog}/2007/04")).Text, StringComparison.Ordinal);
        Assert.Contains("Ask me about HR", (await read.Client.Open($"{BloggingHub.Blog}/by/priya")).Text, StringComparison.Ordinal);
        Assert.Contains("Ask me about HR", (await read.Client.Open("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_day_after_the_period_the_host_cannot_publish_and_reads_why()
    {
        await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        var host = await _hub.As("priya");
        var form = await BloggingHub.Write(host, "One last word", "Thanks.");

        _hub.Clock.Now = Sample.Utc(2007, 4, 27, 23, 0);
        var refused = await form.Submit("main form[method=post]", ("!button", "Publish"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("Your period ended on Friday 27 April 2007", Assert.Single(refused.Errors), StringComparison.Ordinal);
        (await host.Open($"{BloggingHub.Blog}/write")).MustBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_post_scheduled_past_the_period_is_refused_with_the_day_until_which_it_is_allowed()
    {
        await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        var form = await BloggingHub.Write(await _hub.As("priya"), "Next week", "Soon.");

        var refused = await form.Submit("main form[method=post]", Later(28));
        var scheduled = await form.Submit("main form[method=post]", [.. Later(27)[..^1], ("Time", "9:30 am")]);

        Assert.Equal(["Your period ends on Friday 27 April 2007. Choose a day until then"], refused.Errors);
        Assert.Contains("The post appears at 9:30am on Friday 27 April 2007", scheduled.Text, StringComparison.Ordinal);
        var reader = await _hub.As("sam");
        (await reader.Open($"{BloggingHub.Blog}/2007/04/27/next-week")).MustBe(HttpStatusCode.NotFound);
        _hub.Clock.Now = Sample.Utc(2007, 4, 27, 8, 30);
        (await reader.Open($"{BloggingHub.Blog}/2007/04/27/next-week")).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_period_cut_short_makes_what_was_scheduled_after_it_a_draft_again()
    {
        var link = await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        var host = await _hub.As("priya");
        await (await BloggingHub.Write(host, "On Friday", "Soon.")).Submit("main form[method=post]", Later(27));

        await (await (await _hub.As("office")).Open($"{link}/last-day")).Submit(("LastDay.Day", "25"), ("LastDay.Month", "4"), ("LastDay.Year", "2007"), ("Reason", "Called away"));

        _hub.Clock.Now = Sample.Utc(2007, 4, 27, 9, 0);
        (await (await _hub.As("sam")).Open($"{BloggingHub.Blog}/2007/04/27/on-friday")).MustBe(HttpStatusCode.NotFound);
        Assert.Contains("A scheduled post is a draft again", (await host.Open("/notifications")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_posts_in_the_gaps_and_not_while_a_guest_hosts()
    {
        var owner = await _hub.As("office");
        (await BloggingHub.Publish(owner, "In the gap", "Hello.")).MustBe(HttpStatusCode.OK);

        await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        var refused = await BloggingHub.Publish(owner, "Too soon", "Hello.");

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("The pen is handed over to a guest until Friday 27 April 2007", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_who_host_nothing_cannot_write()
    {
        var sam = await _hub.As("sam");

        (await sam.Open($"{BloggingHub.Blog}/write")).MustBe(HttpStatusCode.Forbidden);
        (await sam.Open($"{BloggingHub.Blog}/desk")).MustBe(HttpStatusCode.Forbidden);
        (await sam.Post($"{BloggingHub.Blog}/write", ("Title", "Mine"))).MustBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_publish_page_of_a_published_post_leads_to_it()
    {
        var owner = await _hub.As("office");
        var published = await BloggingHub.Publish(owner, "Out", "Text.");
        Assert.Equal("Out", published.Heading);
        var draft = (await owner.Open($"{BloggingHub.Blog}/desk")).Document.QuerySelector("main a[href*='/write/']")!.GetAttribute("href")!;

        var again = await owner.Open($"{draft}/publish");

        Assert.NotNull(again.Document.QuerySelector($"main a[href='{published.Url}']"));
        Assert.Null(again.Document.QuerySelector("main form"));
    }

    [Fact]
    public async Task Comments_do_not_close_before_the_post_appears_and_a_post_brought_forward_takes_its_last_day_along()
    {
        var owner = await _hub.As("office");
        var form = await BloggingHub.Write(owner, "Closed", "Text.");

        var refused = await form.Submit("main form[method=post]", [("!button", "Publish"), .. Closing(23)]);
        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Comments must close on or after the day the post appears", Assert.Single(refused.Errors));
        Assert.NotNull(refused.Document.QuerySelector("main form[method=post]"));
        await form.Submit("main form[method=post]", [.. Later(27), .. Closing(28)]);
        var draft = (await owner.Open($"{BloggingHub.Blog}/desk")).Document.QuerySelector("main a[href$='/publish']")!.GetAttribute("href")!;

        var earlier = await (await owner.Open(draft)).Submit("main form[method=post]", [.. Later(25), .. Closing(26)]);

        Assert.Contains("The post appears at 9:30am on Wednesday 25 April 2007", earlier.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_publishes_words_that_were_changed_after_they_looked()
    {
        var owner = await _hub.As("office");
        var looking = await BloggingHub.Write(owner, "Looked at", "Text.");
        await (await (await _hub.As("admin")).Open(looking.Url.Replace("/publish", "", StringComparison.Ordinal))).Submit("main form[enctype]", ("Title", "Quite another"));

        var told = await looking.Submit("main form[method=post]", ("!button", "Publish"));

        told.MustBe(HttpStatusCode.Conflict);
        Assert.StartsWith("Ada Administrator changed this draft", Assert.Single(told.Errors), StringComparison.Ordinal);
        Assert.Equal("Quite another", (await told.Submit("main form[method=post]", ("!button", "Publish"))).Heading);
    }

    [Fact]
    public async Task What_a_stand_in_scheduled_is_a_draft_again_when_somebody_else_stands_in()
    {
        var link = await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        var host = await _hub.As("priya");
        await (await host.Open($"{link}/stand-in")).Submit(("Person", People.Grace.ToString()));
        await (await BloggingHub.Write(await _hub.As("grace"), "On Friday", "Soon.")).Submit("main form[method=post]", Later(27));
        await (await BloggingHub.Write(host, "Mine on Friday", "Soon.")).Submit("main form[method=post]", Later(27));

        await (await host.Open($"{link}/stand-in")).Submit(("Person", ""));

        _hub.Clock.Now = Sample.Utc(2007, 4, 27, 9, 0);
        var reader = await _hub.As("sam");
        (await reader.Open($"{BloggingHub.Blog}/2007/04/27/on-friday")).MustBe(HttpStatusCode.NotFound);
        (await reader.Open($"{BloggingHub.Blog}/2007/04/27/mine-on-friday")).MustBe(HttpStatusCode.OK);
    }

    private static (string, string)[] Closing(int day) => [("ClosesOn.Day", $"{day}"), ("ClosesOn.Month", "4"), ("ClosesOn.Year", "2007")];

    private static (string, string)[] Later(int day) =>
        [("!button", "Publish"), ("When", "later"), ("Day.Day", $"{day}"), ("Day.Month", "4"), ("Day.Year", "2007"), ("Time", "9:30")];
}
