using System.Net;

namespace EngagementHub.Tests.Administration;

public sealed class SitePagesTests : IAsyncLifetime
{
    private readonly HubFixture _hub = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Theory]
    [InlineData("accessibility", "/accessibility")]
    [InlineData("privacy", "/privacy")]
    [InlineData("contact", "/contact")]
    [InlineData("anonymity", "/how-anonymous")]
    public async Task A_page_says_what_was_published_last_and_every_version_can_be_looked_up(string name, string url)
    {
        var ada = await _hub.As("admin");
        await Publish(ada, name, "Ask **Nell**, room 12.", "First contact");
        var page = await Publish(ada, name, "Ask **Odd**, room 13.", "Nell has gone");

        page.MustBe(HttpStatusCode.OK);
        var read = await (await _hub.As("")).Open(url);
        Assert.Contains("Ask Odd, room 13.", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nell", read.Text, StringComparison.Ordinal);
        var versions = (await ada.Open($"/administration/pages/{name}")).Text;
        Assert.Contains("Version 2, ", versions, StringComparison.Ordinal);
        Assert.Contains("Ask **Nell**, room 12.", versions, StringComparison.Ordinal);
        Assert.Contains($"{name}, version 2: Nell has gone", (await ada.Open("/audit?What=page")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_first_publishes_nothing()
    {
        var ada = await _hub.As("admin");

        var look = await (await ada.Open("/administration/pages/contact")).Submit(("Text", "Ask *Nell*."), ("!button", "Look at it first"));

        Assert.Equal("Nell", look.Document.QuerySelector("main .govuk-inset-text em")!.TextContent);
        Assert.DoesNotContain("Nell", (await ada.Open("/contact")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_looked_at_is_published_from_there()
    {
        var ada = await _hub.As("admin");
        var look = await (await ada.Open("/administration/pages/contact")).Submit(("Text", "Ask *Nell*."), ("Why", "First contact"), ("!button", "Look at it first"));

        (await look.Submit()).MustBe(HttpStatusCode.OK);

        Assert.Contains("Nell", (await (await _hub.As("")).Open("/contact")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "why", "Enter the text of the page")]
    [InlineData("Something", "", "Say in a few words what changes and why")]
    public async Task What_is_missing_is_asked_for_and_what_was_typed_is_kept(string text, string why, string words)
    {
        var page = await Publish(await _hub.As("admin"), "contact", text, why);

        page.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith(words, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(text, page.Document.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task The_same_again_and_too_much_are_refused()
    {
        var ada = await _hub.As("admin");
        await Publish(ada, "contact", "Ask Nell.", "First");

        Assert.Equal("Nothing differs from what readers see now", Assert.Single((await Publish(ada, "contact", "Ask Nell.", "Again")).Errors));
        Assert.StartsWith("Use 40,000 characters or fewer", Assert.Single((await Publish(ada, "contact", new string('x', 40_001), "Long")).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_published_meanwhile_is_not_written_over()
    {
        var seen = await (await _hub.As("admin")).Open("/administration/pages/contact");
        await Publish(await _hub.As("admin"), "contact", "Ask Nell.", "First");

        var page = await seen.Submit(("Text", "Ask Odd."), ("Why", "Second"));

        page.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("Somebody else published a version", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Contains("Ask Nell.", (await (await _hub.As("tom")).Open("/contact")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script> <img src=x onerror=alert(1)>")]
    [InlineData("[here](javascript:alert(1)) [there](data:text/html,x) [up](//evil.example)")]
    public async Task Markdown_that_would_run_something_does_not(string text)
    {
        await Publish(await _hub.As("admin"), "privacy", text, "Attack");

        var page = await (await _hub.As("tom")).Open("/privacy");

        Assert.Empty(page.Document.QuerySelectorAll("main script, main img, main [onerror]"));
        Assert.All(page.Document.QuerySelectorAll("main .hub-prose a"), a => Assert.False(a.GetAttribute("href")!.StartsWith("javascript", StringComparison.OrdinalIgnoreCase) || a.GetAttribute("href")!.StartsWith("data", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Only_an_administrator_words_them_and_only_those_there_are()
    {
        var tom = await _hub.As("tom");

        (await tom.Open("/administration/pages/privacy")).MustBe(HttpStatusCode.Forbidden);
        (await tom.Post("/administration/pages/privacy", ("Text", "x"), ("Why", "y"))).MustBe(HttpStatusCode.Forbidden);
        (await (await _hub.As("admin")).Open("/administration/pages/terms")).MustBe(HttpStatusCode.NotFound);
    }

    private static async Task<HubPage> Publish(HubClient ada, string name, string text, string why) =>
        await (await ada.Open($"/administration/pages/{name}")).Submit(("Text", text), ("Why", why));
}
