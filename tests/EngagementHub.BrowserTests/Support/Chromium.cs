using EngagementHub.BrowserTests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace EngagementHub.BrowserTests.Support;

/// <summary>One Chromium for all tests, and the one hub whose pages are only looked at, started by the first who looks.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly Lazy<Task<EveryPage>> _pages;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Chromium() => _pages = new(StartPagesAsync);

    /// <summary>The demonstration with something on every page.</summary>
    public Task<EveryPage> Pages => _pages.Value;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_pages.IsValueCreated)
        {
            await (await Pages).DisposeAsync();
        }

        await _browser!.DisposeAsync();
        _playwright!.Dispose();
    }

    /// <summary>A window that shares nothing with any other.</summary>
    public Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options) => _browser!.NewContextAsync(options);

    private async Task<EveryPage> StartPagesAsync()
    {
        var pages = new EveryPage(this);
        await pages.InitializeAsync();
        return pages;
    }
}
