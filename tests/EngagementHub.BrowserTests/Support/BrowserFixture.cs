using Microsoft.Playwright;

namespace EngagementHub.BrowserTests.Support;

/// <summary>The hub on a real port with the demonstration recipe, and one Chromium for all tests of a class.</summary>
public class BrowserFixture : HubFixture, IAsyncLifetime
{
    private readonly Dictionary<string, string> _signedIn = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public string Address => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    /// <summary>0 for whichever is free.</summary>
    protected virtual int Port => 0;

    protected override string Recipe => Path.Combine(HostProcess.Root, "content-recipes", "home-office-2007.recipe.json");

    public virtual async ValueTask InitializeAsync()
    {
        UseKestrel(Port);
        var middle = Clock.Now;
        // The story is told from its end: what it says of October 2007 must have happened when it is written down.
        Clock.Now = new DateTimeOffset(2008, 3, 3, 10, 0, 0, TimeSpan.Zero);
        StartServer();
        Clock.Now = middle;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A new browser window, of that width in pixels, with script or without.</summary>
    public Task<HubBrowser> Open(bool script = true, int width = 1280) => Open(script, width, null);

    /// <summary>A new window of somebody who has signed in before; of nobody for an empty name.</summary>
    public async Task<HubBrowser> OpenAs(string persona)
    {
        if (persona.Length > 0 && !_signedIn.ContainsKey(persona))
        {
            await using var browser = await Open();
            await browser.SignIn(persona);
            _signedIn[persona] = await browser.Page.Context.StorageStateAsync();
        }

        return await Open(script: true, 1280, _signedIn.GetValueOrDefault(persona));
    }

    private async Task<HubBrowser> Open(bool script, int width, string? signedIn)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Address,
            JavaScriptEnabled = script,
            ViewportSize = new() { Width = width, Height = 900 },
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = signedIn,
        });
        context.SetDefaultTimeout(15_000);
        return new HubBrowser(context, await context.NewPageAsync());
    }

    public override async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
