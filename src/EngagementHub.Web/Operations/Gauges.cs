using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using EngagementHub.Core.Ports;

namespace EngagementHub.Web.Operations;

/// <summary>Reads the modules' gauges now and then, so that a collector that asks does not wait for the database.</summary>
internal sealed class Gauges(IServiceScopeFactory scopes, TimeProvider clock, TelemetrySettings settings, ILogger<Gauges> log) : BackgroundService
{
    public const string Meter = "EngagementHub";

    private readonly Meter _meter = new(Meter);
    private readonly ConcurrentDictionary<string, IReadOnlyList<GaugeReading>> _last = new();

    /// <summary>Reads them all once.</summary>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var gauge in scope.ServiceProvider.GetServices<IGauge>())
        {
            _last[gauge.Name] = await gauge.ReadAsync(clock.GetUtcNow(), cancellation);
        }
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Announce();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(settings.Seconds));
        do
        {
            try
            {
                await ReadAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away. Old numbers must not look like new ones, and the watch goes on.
                _last.Clear();
                log.LogWarning(e, "The gauges could not be read; trying again in {Seconds} seconds", settings.Seconds);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).AsTask().ContinueWith(tick => tick is { IsCompletedSuccessfully: true, Result: true }, TaskScheduler.Default));
    }

    private void Announce()
    {
        using var scope = scopes.CreateScope();
        foreach (var gauge in scope.ServiceProvider.GetServices<IGauge>())
        {
            _meter.CreateObservableGauge(gauge.Name, () => Measured(gauge.Name), gauge.Unit, gauge.Description);
        }
    }

    private IEnumerable<Measurement<double>> Measured(string name) => _last.GetValueOrDefault(name, [])
        .Select(reading => reading.Label is { } label ? new Measurement<double>(reading.Value, new KeyValuePair<string, object?>("of", label)) : new Measurement<double>(reading.Value));
}
