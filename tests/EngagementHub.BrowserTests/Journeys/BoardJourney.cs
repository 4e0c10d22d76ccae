using System.Net;
using EngagementHub.BrowserTests.Support;
using Microsoft.Playwright;

namespace EngagementHub.BrowserTests.Journeys;

/// <summary>The theme board in a host's hands: by single keys, by drag, and without script.</summary>
public sealed class BoardJourney(BrowserFixture hub) : IClassFixture<BrowserFixture>
{
    private static readonly string Board = $"/responses/blogging.period/{StableId.From("hr-april-2007")}";

    [Fact]
    public async Task Keys_put_comments_in_their_place_keep_the_focus_say_what_happened_and_the_counts_follow()
    {
        await using var board = await OpenAsync("Keyed", 5);
        var (page, items) = (board.Page, board.Items);
        var theme = await board.FirstThemeAsync();
        var (counted, aside, outstanding) = (await board.CountAsync(theme), await board.CountAsync("NotAQuestion"), await board.CountAsync("Outstanding"));
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(items).ToHaveCountAsync(5);
        await items.First.FocusAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(items.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(items.First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByText("choose any place from the list")).ToBeVisibleAsync();

        foreach (var (key, left) in ((string, int)[])[("1", 4), ("n", 3), ("o", 2)])
        {
            await page.Keyboard.PressAsync(key);
            await Assertions.Expect(items).ToHaveCountAsync(left);
            await Assertions.Expect(items.First).ToBeFocusedAsync();
            await Assertions.Expect(page.Locator("[data-hub-board-said]")).ToContainTextAsync("1 comment sorted");
        }

        Assert.Equal((counted + 1, aside + 1, outstanding + 1), (await board.CountAsync(theme), await board.CountAsync("NotAQuestion"), await board.CountAsync("Outstanding")));
        await board.Browser.MustBeAccessible();
    }

    [Fact]
    public async Task Keys_choose_open_the_list_of_places_and_the_page_for_several_themes_and_can_be_turned_off()
    {
        await using var board = await OpenAsync("Chosen", 2);
        var (page, items) = (board.Page, board.Items);
        await items.First.FocusAsync();
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(items.First.GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(items.First.GetByRole(AriaRole.Checkbox)).Not.ToBeCheckedAsync();
        await page.Keyboard.PressAsync("m");
        await Assertions.Expect(page.GetByLabel("Move the chosen comments to")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(items).ToHaveCountAsync(2);
        await items.First.FocusAsync();
        await page.Keyboard.PressAsync("s");
        await board.Browser.Sees("What becomes of it");

        await page.GoBackAsync();
        await items.First.FocusAsync();
        await page.Keyboard.PressAsync("?");
        await board.Browser.Press("Turn single keys off");
        await board.Browser.Sees("Single keys are off");
        await items.First.FocusAsync();
        await page.Keyboard.PressAsync("n");
        await page.ReloadAsync();
        await Assertions.Expect(items).ToHaveCountAsync(2);
        await board.Browser.Press("Turn single keys on");
    }

    [Fact]
    public async Task What_is_dragged_to_a_theme_is_sorted_there_with_all_that_was_chosen()
    {
        await using var board = await OpenAsync("Dragged", 4);
        var theme = await board.FirstThemeAsync();
        var counted = await board.CountAsync(theme);
        foreach (var item in (int[])[0, 1])
        {
            await board.Items.Nth(item).GetByRole(AriaRole.Checkbox).CheckAsync();
        }

        await board.DragAsync(1, theme);
        await board.Browser.Sees("2 comments sorted");
        await Assertions.Expect(board.Items).ToHaveCountAsync(2);
        await board.DragAsync(1, "Outstanding");
        await board.Browser.Sees("1 comment sorted");

        await Assertions.Expect(board.Items).ToHaveCountAsync(1);
        Assert.Equal(counted + 2, await board.CountAsync(theme));
    }

    [Fact]
    public async Task Without_script_the_same_is_done_with_the_form_and_nothing_speaks_of_keys()
    {
        await using var board = await OpenAsync("Plain", 3, script: false);
        var theme = await board.FirstThemeAsync();
        var counted = await board.CountAsync(theme);
        await Assertions.Expect(board.Page.Locator("[data-hub-keys-help]")).ToBeHiddenAsync();
        await Assertions.Expect(board.Page.Locator(".hub-board__grip")).ToHaveCountAsync(0);
        await board.Items.First.GetByRole(AriaRole.Checkbox).CheckAsync();
        await board.Page.GetByLabel("Move the chosen comments to").SelectOptionAsync(theme);
        await board.Browser.Press("Move");

        await board.Browser.Sees("1 comment sorted");
        await Assertions.Expect(board.Items).ToHaveCountAsync(2);
        await Assertions.Expect(board.Items.First).ToBeFocusedAsync();
        Assert.Equal(counted + 1, await board.CountAsync(theme));
    }

    [Fact]
    public async Task From_a_card_one_sees_the_comment_in_its_place_and_comes_back_to_the_card()
    {
        await using var board = await OpenAsync("Placed", 2);
        var card = await board.Items.First.GetAttributeAsync("id");
        await board.Items.First.Locator("[data-hub-from]").ClickAsync();
        await board.Page.GetByRole(AriaRole.Link, new() { Name = "Back to its card on the theme board" }).ClickAsync();

        await Assertions.Expect(board.Page.Locator($"#{card}:target")).ToBeVisibleAsync();
        await Assertions.Expect(board.Items).ToHaveCountAsync(2);
    }

    /// <summary>Comments that begin with the word are written and shown to readers; then the host looks at these alone.</summary>
    private async Task<OpenBoard> OpenAsync(string word, int comments, bool script = true)
    {
        var reader = await hub.As("staff-member");
        await reader.Post("/code-of-conduct/accept", ("Accept", "true"));
        for (var n = 1; n <= comments; n++)
        {
            (await reader.Post($"/comments/write?on=blogging.post/{StableId.From("hr-open")}", ("Text", $"{word} comment, {n}."), ("Shown", "named"))).MustBe(HttpStatusCode.OK);
        }

        var moderator = await hub.As("intranet-editor");
        var waiting = (await moderator.Open("/moderation")).Document.QuerySelectorAll(".hub-queue-item").Where(i => i.TextContent.Contains($"{word} comment", StringComparison.Ordinal))
            .Select(i => ("Chosen", i.QuerySelector("[name=Chosen]")!.GetAttribute("value")!));
        (await moderator.Post("/moderation/bulk?handler=do", [("Act", "approve"), .. waiting])).MustBe(HttpStatusCode.OK);
        var browser = await hub.Open(script);
        await browser.SignIn("head-of-hr");
        await browser.Go($"{Board}?words={word}");
        await Assertions.Expect(browser.Page.Locator(".hub-queue-item")).ToHaveCountAsync(comments);
        return new OpenBoard(browser);
    }

    private sealed class OpenBoard(HubBrowser browser) : IAsyncDisposable
    {
        public HubBrowser Browser => browser;

        public IPage Page => browser.Page;

        public ILocator Items => Page.Locator(".hub-queue-item");

        public ILocator Place(string drop) => Page.Locator($"[data-hub-drop='{drop}']");

        public async Task<string> FirstThemeAsync() => (await Page.Locator("[data-hub-drop]").First.GetAttributeAsync("data-hub-drop"))!;

        public async Task<int> CountAsync(string drop) => int.Parse(await Place(drop).Locator("strong").First.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

        public async Task DragAsync(int item, string drop)
        {
            await Items.Nth(item).Locator(".hub-board__grip").HoverAsync();
            await Page.Mouse.DownAsync();
            await Page.Mouse.MoveAsync(200, 400);
            await Assertions.Expect(Page.Locator(".hub-board--dragging")).ToHaveCountAsync(1);
            var box = (await Place(drop).BoundingBoxAsync())!;
            await Page.Mouse.MoveAsync(box.X + 30, box.Y + 5, new() { Steps = 5 });
            await Page.Mouse.UpAsync();
        }

        public ValueTask DisposeAsync() => browser.DisposeAsync();
    }
}
