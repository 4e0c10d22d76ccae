using EngagementHub.Core.Data;
using EngagementHub.Core.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EngagementHub.Core.Live;

/// <summary>Registers live signals.</summary>
public static class LiveRegistration
{
    /// <summary>Signals in this process and, on PostgreSQL, between the nodes of one database.</summary>
    /// <param name="services">The hub's services.</param>
    /// <param name="database">Gives the database once settings are complete.</param>
    public static IServiceCollection AddLiveSignals(this IServiceCollection services, Func<IServiceProvider, HubDatabase> database)
    {
        services.AddSingleton<LiveSignals>().AddSingleton<SignalWatch>().AddScoped<IGauge, SignalsHeard>();
        return services.AddSingleton<IHostedService>(s => database(s) is { Provider: HubDatabase.Postgres } postgres
            ? new PostgresSignals(s.GetRequiredService<LiveSignals>(), s.GetRequiredService<SignalWatch>(), s.GetRequiredService<DatabaseLines>(), (postgres.Connection, postgres.Direct), s.GetRequiredService<ILogger<PostgresSignals>>())
            : new OneProcess());
    }

    // SQLite belongs to one process: there is no other node to tell.
    private sealed class OneProcess : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
