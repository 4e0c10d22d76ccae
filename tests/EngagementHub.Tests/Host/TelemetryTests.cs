using System.Text;
using EngagementHub.Web.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EngagementHub.Tests.Host;

/// <summary>What leaves by OTLP, as a collector receives it.</summary>
[Trait("Runs", "Once")]
public sealed class TelemetryTests
{
    [Fact]
    public async Task Requests_and_queues_are_told_by_route_and_never_by_person_or_address()
    {
        await using var collector = await Collector.Start();
        await using var hub = new WatchedHub(collector.Address);
        var tom = await hub.As("tom");

        await tom.Open("/promises/0a0b0c0d-0000-0000-0000-000000000001");
        await tom.Open("/comments/receipt?code=never-told");
        await hub.Flush();

        Assert.Contains("promises/{", collector.Traces, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("http.server.request.duration", collector.Metrics, StringComparison.Ordinal);
        Assert.Contains("hub.mail.waiting", collector.Metrics, StringComparison.Ordinal);
        foreach (var secret in (string[])["0a0b0c0d", "never-told", "tom", "client.address", "user_agent", "comments/receipt"])
        {
            Assert.DoesNotContain(secret, collector.Traces + collector.Metrics, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("--Telemetry:Endpoint=collector", "The setting Telemetry:Endpoint is wrong: it is 'collector'")]
    [InlineData("--Telemetry:Seconds=0", "The setting Telemetry:Seconds is wrong: it is 0; use 1 to 3600")]
    public async Task A_wrong_setting_is_named(string setting, string sentence)
    {
        using var folder = TestDatabase.Empty();

        var (code, _, errors) = await HostProcess.Run(folder.Folder, setting, "--urls=http://127.0.0.1:0");

        Assert.Equal(3, code);
        Assert.StartsWith(sentence, errors.TrimStart(), StringComparison.Ordinal);
    }

    private sealed class WatchedHub(string collector) : HubFixture
    {
        public async Task Flush()
        {
            var watchers = Services.GetServices<IHostedService>().ToList();
            await watchers.OfType<Gauges>().Single().ReadAsync(TestContext.Current.CancellationToken);
            await watchers.OfType<Telemetry>().Single().StopAsync(TestContext.Current.CancellationToken);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Telemetry:Endpoint", collector);
            builder.UseSetting("Telemetry:Seconds", "3600");
        }
    }

    /// <summary>A receiver that keeps what it is sent. Texts stand in the protocol's bytes as they are.</summary>
    private sealed class Collector(WebApplication app) : IAsyncDisposable
    {
        private readonly StringBuilder _traces = new();
        private readonly StringBuilder _metrics = new();

        public string Address => app.Urls.Single();

        public string Traces => _traces.ToString();

        public string Metrics => _metrics.ToString();

        public static async Task<Collector> Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var collector = new Collector(app);
            app.MapPost("/v1/traces", context => KeepAsync(context, collector._traces));
            app.MapPost("/v1/metrics", context => KeepAsync(context, collector._metrics));
            await app.StartAsync(TestContext.Current.CancellationToken);
            return collector;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private static async Task KeepAsync(HttpContext context, StringBuilder into)
        {
            using var bytes = new MemoryStream();
            await context.Request.Body.CopyToAsync(bytes);
            lock (into)
            {
                into.Append(Encoding.Latin1.GetString(bytes.ToArray()));
            }
        }
    }
}
