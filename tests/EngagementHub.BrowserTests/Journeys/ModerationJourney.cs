using System.Globalization;
using EngagementHub.BrowserTests.Support;
using Microsoft.Playwright;

namespace EngagementHub.BrowserTests.Journeys;

/// <summary>A moderator at work: by keyboard alone, and without script.</summary>
public sealed class ModerationJourney(BrowserFixture hub) : IClassFixture<BrowserFixture>
{
    private const int Comments = 20;

    [Fact]
    public async Task Twenty_comments_a_minute_are_decided_by_keyboard_alone()
    {
        await Write("Keyboard", Comments);
        await using var browser = await hub.Open();
        await browser.SignIn("intranet-editor");
        await browser.Go("/moderation");
        var before = await browser.Page.Locator("[data-hub-waiting]").GetAttributeAsync("data-hub-waiting");
        await new Keyboard(browser.Page).TabTo("Start at the first comment");
        await browser.Page.Keyboard.PressAsync("Enter");

        var clock = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < Comments; i++)
        {
            await Press(browser, i % 5 == 4 ? "d" : "a", i % 5 == 4);
        }

        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"{Comments} decisions took {clock.Elapsed.TotalSeconds:F0} seconds");
        await Assertions.Expect(browser.Page.Locator("[data-hub-waiting]")).ToHaveAttributeAsync("data-hub-waiting", $"{int.Parse(before!, CultureInfo.InvariantCulture) - Comments}");
        await browser.MustBeAccessible();
    }

    [Fact]
    public async Task Keys_move_select_and_help_and_do_nothing_in_a_field_or_when_turned_off()
    {
        await Write("Keys", 3);
        await using var browser = await hub.Open();
        await browser.SignIn("deputy-editor");
        await browser.Go("/moderation");
        var (page, items) = (browser.Page, browser.Page.Locator(".hub-queue-item"));
        var before = await items.CountAsync();
        await page.Keyboard.PressAsync("a");
        await items.First.FocusAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(items.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(items.Nth(1).Locator("[data-key=x]")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(items.First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("?");
        await browser.Press("Turn single keys off");
        await browser.Sees("Keys are off");

        await items.First.FocusAsync();
        await page.Keyboard.PressAsync("a");
        await page.ReloadAsync();

        await Assertions.Expect(items).ToHaveCountAsync(before);
    }

    [Fact]
    public async Task What_was_done_with_the_last_comment_stays_in_view_above_the_next()
    {
        await Write("Far down", 8);
        await using var browser = await hub.Open();
        await browser.SignIn("intranet-editor");
        await browser.Go("/moderation");
        await Item(browser, "Far down 7").GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();

        await Assertions.Expect(Item(browser, "Far down 8")).ToBeFocusedAsync();
        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Link, new() { Name = "See its history, or undo" })).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Theory]
    [InlineData(true, 390, 844)]
    [InlineData(false, 390, 844)]
    [InlineData(true, 320, 568)]
    [InlineData(false, 844, 390)]
    public async Task On_a_small_screen_too_it_is_seen_what_was_done_with_the_last_comment(bool script, int width, int height)
    {
        await Write($"Small {script} {width}", 8);
        await using var browser = await hub.Open(script: script);
        await browser.Page.SetViewportSizeAsync(width, height);
        await browser.SignIn("intranet-editor");
        await browser.Go("/moderation");
        await Item(browser, $"Small {script} {width} 7").GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();

        await Assertions.Expect(browser.Page.Locator(".govuk-notification-banner--success .govuk-notification-banner__heading")).ToBeInViewportAsync(new() { Ratio = 0.9f });
        if (script)
        {
            await Assertions.Expect(browser.Page.Locator(".govuk-notification-banner--success")).ToBeFocusedAsync();
        }
    }

    [Fact]
    public async Task The_queue_s_figures_keep_up_and_say_so_politely()
    {
        await Write("Seen before", 1);
        await using var browser = await hub.Open();
        await browser.SignIn("deputy-editor");
        await browser.Go("/moderation");

        await Write("Came meanwhile", 1);

        await Assertions.Expect(browser.Page.Locator("[data-hub-live]")).ToContainTextAsync("waiting now", new() { Timeout = 3000 });
        Assert.Equal("polite", await browser.Page.Locator("[data-hub-live]").GetAttributeAsync("aria-live"));
    }

    [Fact]
    public async Task Everything_is_done_without_script()
    {
        await Write("Without script", 4);
        await using var browser = await hub.Open(script: false);
        await browser.SignIn("intranet-editor");
        await browser.Go("/moderation");
        await Item(browser, "Without script 1").GetByRole(AriaRole.Button, new() { Name = "Keep it for me" }).ClickAsync();
        await Assertions.Expect(Item(browser, "Without script 1")).ToContainTextAsync("Being read by you");
        await Item(browser, "Without script 1").GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await browser.Sees("is shown to readers");
        await browser.Follow("See its history, or undo");
        await browser.Press("Undo my decision");
        await browser.Sees("is undone");

        foreach (var text in (string[])["Without script 2", "Without script 3"])
        {
            await Item(browser, text).GetByRole(AriaRole.Checkbox).CheckAsync();
        }

        await browser.Press("Decline several");
        await browser.Sees("Nothing has happened yet");
        await browser.Page.GetByLabel("Argue with the idea, not the person").CheckAsync();
        await browser.Fill("Why", "They repeat each other");
        await browser.Press("Decline 2 comments");
        await browser.Sees("2 comments declined");

        await browser.Go("/moderation");
        await Item(browser, "Without script 4").GetByRole(AriaRole.Link, new() { Name = "History, hand on, ask" }).ClickAsync();
        await browser.Follow("Hand on to a colleague");
        await browser.Page.GetByLabel("To which moderator?").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await browser.Fill("What should they know?", "I am off until Monday");
        await browser.Press("Hand on");
        await browser.Sees("who is told");
    }

    private static async Task Press(HubBrowser browser, string key, bool declines)
    {
        await PressForAnotherPage(browser.Page, key);
        if (!declines)
        {
            return;
        }

        var keyboard = new Keyboard(browser.Page);
        await keyboard.TabTo("1 ");
        await browser.Page.Keyboard.PressAsync("Space");
        await keyboard.TabTo("Why");
        await browser.Page.Keyboard.TypeAsync("It is about a colleague");
        await keyboard.TabTo("Decline comment");
        await PressForAnotherPage(browser.Page, "Enter");
    }

    private static async Task PressForAnotherPage(IPage page, string key)
    {
        await page.EvaluateAsync("document.body.dataset.before = 'this'");
        await page.Keyboard.PressAsync(key);
        await page.WaitForFunctionAsync("() => document.readyState === 'complete' && document.body && !document.body.dataset.before");
    }

    private static ILocator Item(HubBrowser browser, string text) => browser.Page.Locator(".hub-queue-item", new() { HasText = text });

    private async Task Write(string text, int comments)
    {
        var reader = await hub.As("staff-member");
        var url = $"/comments/write?on=blogging.post/{StableId.From("hr-open")}";
        await reader.Post("/code-of-conduct/accept", ("Accept", "true"));
        for (var i = 1; i <= comments; i++)
        {
            (await reader.Post(url, ("Text", $"{text} {i}"), ("Shown", "named"))).MustBe(System.Net.HttpStatusCode.OK);
        }
    }
}
