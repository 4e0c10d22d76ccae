using Microsoft.Playwright;

namespace EngagementHub.Benchmarks.Readers;

/// <summary>A first visit to a post of the demonstration in Debian's Chromium, over lines of several speeds: what comes over the line, what blocks rendering, and when something is seen.</summary>
internal static class FirstVisit
{
    private const string Url = "/blogs/permanent-secretary/2007/04/18/ten-days-to-ask-hr";

    // As Chromium's own tools name them: bits a second down and up, and the way there and back in milliseconds.
    private static readonly (string Name, int Down, int Up, int Latency, int Slower)[] Lines =
        [("no limit", -1, -1, 0, 1), ("fast 3G, processor 4 times slower", 1_600_000, 750_000, 150, 4), ("slow 3G, processor 4 times slower", 400_000, 400_000, 400, 4)];

    public static async Task MeasureAsync()
    {
        using var host = new PublishedHost();
        host.Publish();
        host.Start();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
        foreach (var line in Lines)
        {
            List<(double Fcp, double Loaded)> times = [];
            var weight = "";
            for (var i = 0; i < 5; i++)
            {
                await using var window = await browser.NewContextAsync();
                var page = await window.NewPageAsync();
                await using var visit = await Visit.BeginAsync(page, line);
                await page.GotoAsync(host.Address + Url, new() { WaitUntil = WaitUntilState.NetworkIdle });
                times.Add(await visit.TimesAsync());
                weight = visit.Weight;
            }

            Console.WriteLine($"{line.Name}: first contentful paint {times.Select(t => t.Fcp).Order().ElementAt(2):F0} ms, loaded {times.Select(t => t.Loaded).Order().ElementAt(2):F0} ms (medians of 5); {weight}");
        }
    }

    private sealed class Visit : IAsyncDisposable
    {
        private readonly IPage _page;
        private readonly ICDPSession _panel;
        private readonly Dictionary<string, string> _blocking = [];
        private readonly List<double> _bytes = [];

        private Visit(IPage page, ICDPSession panel) => (_page, _panel) = (page, panel);

        public string Weight => $"{_bytes.Sum() / 1024:F1} KiB over the line in {_bytes.Count} answers, headers included; {_blocking.Count} requests block rendering: {string.Join(", ", _blocking.Values)}";

        public static async Task<Visit> BeginAsync(IPage page, (string Name, int Down, int Up, int Latency, int Slower) line)
        {
            var visit = new Visit(page, await page.Context.NewCDPSessionAsync(page));
            visit._panel.Event("Network.loadingFinished").OnEvent += (_, e) => visit._bytes.Add(e!.Value.GetProperty("encodedDataLength").GetDouble());
            visit._panel.Event("Network.requestWillBeSent").OnEvent += (_, e) =>
            {
                if (e!.Value.TryGetProperty("renderBlockingBehavior", out var how) && how.GetString() is "Blocking" or "InBodyParserBlocking")
                {
                    visit._blocking[e.Value.GetProperty("requestId").GetString()!] = new Uri(e.Value.GetProperty("request").GetProperty("url").GetString()!).AbsolutePath;
                }
            };
            await visit._panel.SendAsync("Network.enable");
            await visit._panel.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = line.Latency, ["downloadThroughput"] = line.Down / 8.0, ["uploadThroughput"] = line.Up / 8.0 });
            await visit._panel.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = line.Slower });
            return visit;
        }

        public async Task<(double Fcp, double Loaded)> TimesAsync() =>
            (await _page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime"), await _page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].loadEventEnd"));

        public async ValueTask DisposeAsync() => await _panel.DetachAsync();
    }
}
