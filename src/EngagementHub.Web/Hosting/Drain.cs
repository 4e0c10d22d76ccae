using EngagementHub.Core.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EngagementHub.Web.Hosting;

/// <summary>Stops a node without failing a request: it first says that it is not ready, so that the proxy sends nobody new, serves on for some seconds, and only then closes.</summary>
internal sealed class Drain(IConfiguration settings, IHostEnvironment environment) : IHostedLifecycleService, IHealthCheck
{
    private readonly TimeSpan _time = Read(settings, environment);

    private volatile bool _begun;

    public static TimeSpan Read(IConfiguration settings, IHostEnvironment environment)
    {
        // Nobody waits for a proxy at a developer's Ctrl+C.
        var said = settings["Shutdown:DrainSeconds"];
        return string.IsNullOrEmpty(said) ? TimeSpan.FromSeconds(environment.IsDevelopment() ? 0 : 5)
            : int.TryParse(said, out var seconds) && seconds is >= 0 and <= 120 ? TimeSpan.FromSeconds(seconds)
            : throw new SettingException("Shutdown:DrainSeconds", $"it is '{said}'; use 0 to 120");
    }

    /// <summary>While the node empties, every answer asks the proxy to close its connection, so that none is idle when the node goes.</summary>
    public Task TellAsync(HttpContext context, RequestDelegate next)
    {
        if (_begun)
        {
            context.Response.Headers.Connection = "close";
        }

        return next(context);
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_begun ? HealthCheckResult.Unhealthy("stopping") : HealthCheckResult.Healthy());

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _begun = true;
        return Task.Delay(_time, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal static class DrainRegistration
{
    /// <summary>Registers the emptying, and time enough for requests under way after it.</summary>
    public static void AddDrain(this IServiceCollection services, IConfiguration settings, IHostEnvironment environment)
    {
        var time = Drain.Read(settings, environment);
        services.AddSingleton<Drain>().AddHostedService(s => s.GetRequiredService<Drain>());
        services.Configure<HostOptions>(o => o.ShutdownTimeout = time + TimeSpan.FromSeconds(30));
    }

    /// <summary>Follows the emptying. Streams, which would hold it up, end when it begins: the browser opens its next one elsewhere.</summary>
    public static void UseDrain(this WebApplication app)
    {
        var drain = app.Services.GetRequiredService<Drain>();
        app.Use(async (context, next) =>
        {
            if (!context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase))
            {
                await drain.TellAsync(context, next);
                return;
            }

            using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, app.Lifetime.ApplicationStopping);
            context.RequestAborted = over.Token;
            await drain.TellAsync(context, next);
        });
    }
}
