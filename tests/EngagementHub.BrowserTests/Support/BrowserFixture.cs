using Microsoft.Playwright;

namespace EngagementHub.BrowserTests.Support;

/// <summary>The hub on a real port with the demonstration recipe, and windows of Chromium to it.</summary>
public class BrowserFixture(Chromium chromium) : HubFixture, IAsyncLifetime
{
    public string Address => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    /// <summary>0 for whichever is free.</summary>
    protected virtual int Port => 0;

    protected override string Recipe => Path.Combine(HostProcess.Root, "content-recipes", "home-office-2007.recipe.json");

    public virtual ValueTask InitializeAsync()
    {
        var middle = Clock.Now;
        // The story is told from its end: what it says of October 2007 must have happened when it is written down.
        Clock.Now = new DateTimeOffset(2008, 3, 3, 10, 0, 0, TimeSpan.Zero);
        Listen(Port);
        Clock.Now = middle;
        return ValueTask.CompletedTask;
    }

    /// <summary>A new window of somebody who has signed in; of nobody for an empty name.</summary>
    public async Task<HubBrowser> OpenAs(string persona)
    {
        var browser = await Open();
        if (persona.Length > 0)
        {
            await browser.SignIn(persona);
        }

        return browser;
    }

    /// <summary>A new browser window, of that width in pixels, with script or without.</summary>
    public async Task<HubBrowser> Open(bool script = true, int width = 1280)
    {
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = Address,
            JavaScriptEnabled = script,
            ViewportSize = new() { Width = width, Height = 900 },
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        return new HubBrowser(context, await context.NewPageAsync());
    }
}
