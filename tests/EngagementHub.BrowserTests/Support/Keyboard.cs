using Microsoft.Playwright;

namespace EngagementHub.BrowserTests.Support;

/// <summary>Somebody who uses no mouse.</summary>
internal sealed class Keyboard(IPage page)
{
    // More stops than any page of the demonstration has before its forms.
    private const int MostStops = 200;

    /// <summary>Presses Tab until what has that label or text is focused; at each stop the focus must be seen.</summary>
    public async Task TabTo(string name)
    {
        List<string> stops = [];
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (label, problem) = await FocusedAsync();
            Assert.True(problem.Length == 0, $"{page.Url}: {label}: {problem}");
            if (label.StartsWith(name, StringComparison.Ordinal))
            {
                return;
            }

            stops.Add(label);
        }

        Assert.Fail($"{page.Url}: Tab never reached “{name}”, but {string.Join(" | ", stops)}");
    }

    private async Task<(string Label, string Problem)> FocusedAsync()
    {
        var found = await page.EvaluateAsync<string[]>(BrowserScripts.Focused);
        return (found[0], found[1]);
    }
}
