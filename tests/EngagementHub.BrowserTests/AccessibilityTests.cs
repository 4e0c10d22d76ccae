using EngagementHub.BrowserTests.Support;

namespace EngagementHub.BrowserTests;

/// <summary>What stands in no list of page types: forms that were refused, what is shown once, wider text, the keyboard. <see cref="PageTypes"/> looks at the others.</summary>
public sealed class AccessibilityTests(Chromium chromium) : IAsyncLifetime
{
    // What is no page to look at, and why.
    private static readonly Dictionary<string, string> NotSeen = new()
    {
        ["account/sign-out"] = "it only redirects",
        ["account/sign-in/again"] = "it only redirects",
        ["signin-oidc"] = "needs an identity provider: SignInJourney sees it",
        ["account/signing-out"] = "needs an identity provider: SignInJourney passes through it",
        ["comments/sent"] = "shown once, after an anonymous comment: by a test of its own below",
        ["mail/unsubscribe/{token}"] = "its address stands in a mail only: UnsubscribeTests open it",
        ["mail/notices/{token}"] = "its address stands in a mail only: StopNoticesTests open it",
        ["demonstration/clock"] = "moves the clock, which stands still here: DemonstrationJourney sees it",
    };

    private EveryPage _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await chromium.Pages;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Every_page_type_is_looked_at() =>
        Assert.Equal(_hub.Routes.Order(StringComparer.Ordinal), PageToSee.All.Select(p => p.Route).Concat(NotSeen.Keys).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_form_with_errors_is_accessible()
    {
        await using var browser = await _hub.OpenAs("permanent-secretarys-office");
        await browser.Go("/blogs/permanent-secretary/hosting/invite");
        await browser.Press("Send the invitation");
        await browser.Sees("There is a problem");
        Assert.StartsWith("Error: ", await browser.Page.TitleAsync(), StringComparison.Ordinal);

        await browser.MustBeAccessibleAtBothWidths("form-with-errors");
    }

    [Fact]
    public async Task The_page_that_shows_a_receipt_once_is_accessible()
    {
        await using var browser = await _hub.OpenAs("head-of-pay");
        await browser.Go($"/comments/write?on=blogging.post/{StableId.From("hr-open")}");
        await browser.Fill("Your comment", "Who reads this?");
        await browser.Tick("Anonymously");
        await browser.Tick("I accept the code of conduct");
        await browser.Press("Accept and continue");
        await browser.Press("Send comment");
        await browser.Sees("Keep this code");

        await browser.MustBeAccessibleAtBothWidths("comments-sent");
    }

    /// <summary>WCAG 1.4.12.</summary>
    [Theory, InlineData("/"), InlineData("/blogs/permanent-secretary/2007/04/18/ten-days-to-ask-hr")]
    public async Task Wider_text_spacing_clips_nothing(string url)
    {
        await using var browser = await _hub.OpenAs("staff-member");
        foreach (var width in HubBrowser.Widths)
        {
            await browser.Page.SetViewportSizeAsync(width, 900);
            await browser.Go(url);
            Assert.Empty(await browser.Page.EvaluateAsync<string[]>(BrowserScripts.ClippedWithWiderSpacing));
        }
    }

    [Fact]
    public async Task A_comment_is_written_and_sent_by_keyboard_alone_and_the_focus_is_always_seen()
    {
        await using var browser = await _hub.OpenAs("hr-service-manager");
        await browser.Go("/blogs/permanent-secretary/2007/04/18/ten-days-to-ask-hr");
        var keys = new Keyboard(browser.Page);

        await keys.TabTo("Skip to main content");
        await browser.Page.Keyboard.PressAsync("Enter");
        await keys.TabTo("Your comment");
        await browser.Page.Keyboard.TypeAsync("Is the helpdesk open on Saturdays?");
        await keys.TabTo("With my name and title");
        await browser.Page.Keyboard.PressAsync("Space");
        await keys.TabTo("Continue");
        await browser.Page.Keyboard.PressAsync("Enter");
        await browser.Sees("This is how it will look");
        await keys.TabTo("I accept the code of conduct");
        await browser.Page.Keyboard.PressAsync("Space");
        await keys.TabTo("Accept and continue");
        await browser.Page.Keyboard.PressAsync("Enter");
        await browser.Sees("Your comment is read under version");
        await keys.TabTo("Send comment");
        await browser.Page.Keyboard.PressAsync("Enter");

        await browser.Sees("waits for a moderator");
    }
}
