using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace EngagementHub.Web.Operations;

/// <summary>Sends traces and metrics by OTLP. ASP.NET Core, its server and the database driver measure themselves; this collects what they say.</summary>
internal sealed class Telemetry(TelemetrySettings settings) : IHostedService, IDisposable
{
    private readonly OpenTelemetrySdk _sdk = OpenTelemetrySdk.Create(all => all
        .ConfigureResource(resource => resource.AddService(settings.Service, serviceInstanceId: Environment.MachineName))
        .WithTracing(traces => traces.AddSource("Microsoft.AspNetCore", "Npgsql").AddOtlpExporter(to => Send(to, settings.For("traces"))))
        .WithMetrics(metrics => metrics
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql", Gauges.Meter)
            .AddOtlpExporter((to, reader) =>
            {
                Send(to, settings.For("metrics"));
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = settings.Seconds * 1000;
            })));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A collector that is away must not keep a node from stopping.
    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            _sdk.TracerProvider.ForceFlush(2000);
            _sdk.MeterProvider.ForceFlush(2000);
        },
        cancellationToken);

    public void Dispose() => _sdk.Dispose();

    private static void Send(OtlpExporterOptions to, Uri address) => (to.Protocol, to.Endpoint) = (OtlpExportProtocol.HttpProtobuf, address);
}
