using System.Diagnostics;
using System.Net;
using EngagementHub.Conversation.Signposts;

namespace EngagementHub.Tests.Conversation;

public sealed class SignpostTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    private static readonly HashSet<string> Colleagues = ["TOM TAYLOR", "MARY ANN SMITH"];

    [Theory]
    [InlineData("my pay", "Why is MY  PAY late?", true)]
    [InlineData("my pay", "Why is my payroll number odd?", false)]
    [InlineData("my pay*", "Why is my payroll number odd?", true)]
    [InlineData("i wasn't paid", "I wasn’t paid in March", true)]
    [InlineData("@colleague", "Ask Tom Taylor about it", true)]
    [InlineData("@colleague", "Ask Mary Ann Smith about it", true)]
    [InlineData("@colleague", "Ask tom taylor or the Home Office", false)]
    [InlineData("/\\b[0-9]{6}\\b/", "Case 123456", true)]
    public void A_phrase_stands_in_a_text_or_not(string words, string text, bool stands) =>
        Assert.Equal(stands, PhraseBook.Of(words).StandIn(text, Colleagues));

    [Theory, InlineData("ab"), InlineData("/(/"), InlineData("/(a)\\1/"), InlineData("/x*/"), InlineData("")]
    public void What_cannot_be_a_phrase_is_refused_in_a_sentence(string words) =>
        Assert.Equal("Words", Assert.Throws<BrokenRuleException>(() => PhraseBook.Of(words)).Field);

    [Fact]
    public void No_pattern_takes_long_over_any_text()
    {
        var book = PhraseBook.Of("/(a+)+$b/\n/(x|xx)*y/");
        var watch = Stopwatch.StartNew();

        Assert.False(book.StandIn(new string('a', 5_000) + new string('x', 5_000), Colleagues));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("My number is AB 12 34 56 C", "A National Insurance number")]
    [InlineData("When will my payslip be put right?", "Your own pay")]
    [InlineData("I was off sick in March", "Sickness or health")]
    [InlineData("I have been off sick with stress since June", "Sickness or health")]
    [InlineData("My manager bullies me", "A case of your own")]
    [InlineData("HR has not paid me since May", "Your own pay")]
    [InlineData("Grace Green never answers", "A colleague by name")]
    public async Task Before_it_is_sent_a_personal_case_is_told_where_to_go_and_may_be_sent_all_the_same(string text, string told)
    {
        var (on, tom) = (await hub.Open(), await hub.As("tom"));
        await ConversationFixture.Write(tom, await hub.Open(), "The code is accepted");

        var page = await ConversationFixture.Write(tom, on, text, "anonymous");

        page.MustBe(HttpStatusCode.OK);
        Assert.Contains(told, page.Document.QuerySelector("#signposts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(text, page.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Empty(await hub.Received(on));
        (await page.Submit(("!button", "Send it as it is"))).MustBe(HttpStatusCode.OK);
        Assert.Single(await hub.Received(on));
    }

    [Fact]
    public async Task Passing_one_signpost_is_not_passing_another()
    {
        var (on, tom) = (await hub.Open(), await hub.As("tom"));
        await ConversationFixture.Write(tom, await hub.Open(), "The code is accepted");
        var page = await ConversationFixture.Write(tom, on, "What about my payslip?");

        var again = await page.Submit(("Text", "What about my grievance?"));

        Assert.Contains("A case of your own", again.Text, StringComparison.Ordinal);
        Assert.Empty(await hub.Received(on));
    }

    [Fact]
    public async Task An_ordinary_comment_meets_none()
    {
        var on = await hub.Open();

        await ConversationFixture.Write(await hub.As("tom"), on, "Could the pay system show the rules for everybody? Thanks to the Home Office.");

        Assert.Single(await hub.Received(on));
    }

    [Fact]
    public async Task A_signpost_is_changed_on_a_page_by_adding_a_version()
    {
        var mina = await hub.As("mina");
        var list = await mina.Open("/signposts");
        var form = await mina.Open(list.Document.QuerySelectorAll("main .hub-list a").First(a => a.TextContent == "Sickness or health").GetAttribute("href")!);
        var words = form.Document.QuerySelector("#Words")!.TextContent.Trim();
        var tried = await form.Submit(("!button", "Try"), ("Words", "my knee*\noff sick"), ("Try", "My knees hurt"));
        Assert.Contains("This sentence calls for the signpost", tried.Text, StringComparison.Ordinal);

        var saved = await tried.Submit(("!button", "Save"), ("Contact", "The nurse"), ("ContactUrl", "mailto:nurse@department.example"));
        var late = await form.Submit(("Name", "Somebody else’s"));

        Assert.Contains("The nurse", saved.Text, StringComparison.Ordinal);
        late.MustBe(HttpStatusCode.Conflict);
        var tom = await hub.As("tom");
        await ConversationFixture.Write(tom, await hub.Open(), "The code is accepted");
        var page = await ConversationFixture.Write(tom, await hub.Open(), "My knee hurts");
        Assert.Equal("mailto:nurse@department.example", page.Document.QuerySelector("#signposts a")!.GetAttribute("href"));
        Assert.Equal(1, await hub.In((_, db) => Task.FromResult(db.Audit.Count(a => a.What == "conversation.signpost.changed" && a.By == People.Mina))));
        (await tom.Open("/signposts")).MustBe(HttpStatusCode.Forbidden);

        // The other tests of this hub look for what the signpost said.
        (await (await mina.Open(form.Url)).Submit(("!button", "Save"), ("Words", words))).MustBe(HttpStatusCode.OK);
    }

    [Theory, InlineData("javascript:alert(1)"), InlineData("//elsewhere.example"), InlineData("not an address")]
    public async Task A_contact_leads_to_a_harmless_address(string url)
    {
        var form = await (await hub.As("mina")).Open($"/signposts/{Guid.NewGuid()}");

        var refused = await form.Submit(("!button", "Save"), ("Name", "Mine"), ("Words", "my thing"), ("Advice", "Go there."), ("Contact", "There"), ("ContactUrl", url));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Enter a web address", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }
}
