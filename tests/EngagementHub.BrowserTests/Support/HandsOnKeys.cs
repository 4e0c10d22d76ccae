namespace EngagementHub.BrowserTests.Support;

/// <summary>What somebody who uses no mouse does in a window: Tab to what is wanted, then the keys.</summary>
internal sealed class HandsOnKeys(HubBrowser browser)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly Keyboard _keyboard = new(browser.Page);

    public async Task Press(string name)
    {
        await _keyboard.TabTo(name);
        var loaded = new TaskCompletionSource();
        browser.Page.Load += (_, _) => loaded.TrySetResult();
        await browser.Page.Keyboard.PressAsync("Enter");
        await loaded.Task.WaitAsync(Patience);
    }

    public async Task Type(string label, string text)
    {
        await _keyboard.TabTo(label);
        await browser.Page.Keyboard.PressAsync("ControlOrMeta+a");
        await browser.Page.Keyboard.TypeAsync(text);
    }

    /// <summary>In a list that is open to letters, the first option that begins with them is chosen.</summary>
    public async Task Choose(string label, string option)
    {
        await _keyboard.TabTo(label);
        await browser.Page.Keyboard.TypeAsync(option);
    }

    /// <summary>The three boxes of a day follow each other.</summary>
    public async Task TypeDay(DateOnly day)
    {
        await Type("Day", $"{day.Day}");
        await Type("Month", $"{day.Month}");
        await Type("Year", $"{day.Year}");
    }
}
