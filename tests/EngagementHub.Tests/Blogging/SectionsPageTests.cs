using System.Net;

namespace EngagementHub.Tests.Blogging;

public sealed class SectionsPageTests : IAsyncLifetime
{
    private const string Form = "main form[enctype]";
    private readonly BloggingHub _hub = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task A_colleague_who_is_asked_is_told_writes_her_section_and_both_names_stand_under_the_post()
    {
        var link = await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        var (host, grace) = (await _hub.As("priya"), await _hub.As("grace"));
        await (await host.Open($"{link}/co-responders")).Submit(("Person", People.Grace.ToString()), ("Title", "Pay and reward"));
        var asking = await (await host.Open($"{BloggingHub.Blog}/write")).Submit(Form, ("!button", "Ask for the section"), ("Title", "Two of us"), ("Sections[0].Text", "Welcome."), ("Ask", People.Grace.ToString()));
        var draft = await asking.Submit(Form);
        Assert.Contains("Grace Green was asked to write this section", draft.Text, StringComparison.Ordinal);

        Assert.Contains("asks you for a section of “Two of us”", (await grace.Open("/notifications")).Text, StringComparison.Ordinal);
        var hers = await grace.Open(draft.Url);
        Assert.Null(hers.Document.QuerySelector("input[type=text][name=Title]"));
        Assert.Null(hers.Document.QuerySelector("textarea[name='Sections[0].Text']"));
        await hers.Submit(Form, ("Sections[1].Text", "Thanks, Priya."));

        var post = await (await (await host.Open(draft.Url)).Submit(Form, ("!button", "Save and publish"))).Submit("main form[method=post]", ("!button", "Publish"));
        post.MustBe(HttpStatusCode.OK);
        Assert.Contains("By Priya Patel and Grace Green", post.Text, StringComparison.Ordinal);
        Assert.Contains("Grace Green, Pay and reward", post.Text, StringComparison.Ordinal);
        Assert.Contains("Two of us", (await grace.Open($"{BloggingHub.Blog}/by/grace")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_cannot_put_words_into_a_signed_section_and_reads_why()
    {
        await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        var draft = await (await (await _hub.As("priya")).Open($"{BloggingHub.Blog}/write")).Submit(Form, ("Title", "Mine"), ("Sections[0].Text", "My words."));

        var refused = await (await (await _hub.As("office")).Open(draft.Url)).Submit(Form, ("Title", "Still mine"), ("Sections[0].Text", "Their words."));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("Only Priya Patel can change the section", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("My words.", (await (await _hub.As("priya")).Open(draft.Url)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sections_are_moved_and_taken_out_without_script_and_nothing_typed_is_lost()
    {
        var owner = await _hub.As("office");
        var two = await (await owner.Open($"{BloggingHub.Blog}/write")).Submit(Form, ("!button", "Add a section of your own"), ("Title", "Order"), ("Sections[0].Text", "One"));

        var moved = await two.Submit(Form, ("!button", "up-1"), ("Sections[1].Text", "Two"));
        Assert.Equal(["Two", "One"], Texts(moved));
        var one = await moved.Submit(Form, ("!button", "remove-0"));

        Assert.Equal(["One"], Texts(one));
        Assert.Equal("Order", one.Document.QuerySelector("[name=Title]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_draft_sent_to_the_owner_comes_back_with_a_note_or_is_published_in_the_author_s_name()
    {
        await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        var (host, owner) = (await _hub.As("priya"), await _hub.As("office"));
        await (await host.Open($"{BloggingHub.Blog}/write")).Submit(Form, ("!button", "Save and send"), ("Title", "Please look"), ("Sections[0].Text", "Words."));
        Assert.Contains("“Please look” waits for you", (await owner.Open("/notifications")).Text, StringComparison.Ordinal);
        var draft = (await owner.Open($"{BloggingHub.Blog}/desk")).Document.QuerySelector("main h3 a[href*='/write/']")!.GetAttribute("href")!;

        (await host.Open($"{draft}/return")).MustBe(HttpStatusCode.Forbidden);
        await (await owner.Open($"{draft}/return")).Submit(("Note", "Say when."));
        Assert.Contains("Say when.", (await host.Open(draft)).Text, StringComparison.Ordinal);
        Assert.Contains("came back to you", (await host.Open("/notifications")).Text, StringComparison.Ordinal);
        await (await host.Open(draft)).Submit(Form, ("!button", "Save and send"), ("Sections[0].Text", "Words on Friday."));

        var late = await (await owner.Open($"{draft}/publish")).Submit("main form[method=post]", ("When", "later"), ("Day.Day", "28"), ("Day.Month", "4"), ("Day.Year", "2007"), ("Time", "9:30"));
        Assert.Equal(["The author's period ends on Friday 27 April 2007. Choose a day until then"], late.Errors);
        var published = await (await owner.Open($"{draft}/publish")).Submit("main form[method=post]", ("!button", "Publish"));
        Assert.Equal("Please look", published.Heading);
    }

    [Fact]
    public async Task Who_signs_a_part_neither_takes_the_whole_away_nor_sends_it_to_the_owner()
    {
        var link = await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        var (host, grace) = (await _hub.As("priya"), await _hub.As("grace"));
        await (await host.Open($"{link}/co-responders")).Submit(("Person", People.Grace.ToString()), ("Title", "Pay and reward"));
        var asking = await (await host.Open($"{BloggingHub.Blog}/write")).Submit(Form, ("!button", "Ask for the section"), ("Title", "Two of us"), ("Sections[0].Text", "Welcome."), ("Ask", People.Grace.ToString()));
        var draft = (await asking.Submit(Form)).Url;

        (await grace.Open($"{draft}/withdraw")).MustBe(HttpStatusCode.Forbidden);
        (await grace.Post($"{draft}/withdraw", ("Reason", "No"))).MustBe(HttpStatusCode.Forbidden);
        Assert.Null((await grace.Open($"{BloggingHub.Blog}/desk")).Document.QuerySelector("main a[href$='/withdraw']"));
        var hers = await grace.Open(draft);
        Assert.Null(hers.Document.QuerySelector("[formaction$='Submit']"));
        (await grace.Post($"{draft}?handler=Submit", ("Title", "Two of us"), ("Revision", "1"))).MustBe(HttpStatusCode.UnprocessableEntity);
        (await host.Open($"{draft}/withdraw")).MustBe(HttpStatusCode.OK);
    }

    private static IEnumerable<string> Texts(HubPage page) => page.Document.QuerySelectorAll("textarea[name$='.Text']").Select(t => t.TextContent.Trim());
}
