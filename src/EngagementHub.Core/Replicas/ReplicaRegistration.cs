using EngagementHub.Core.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EngagementHub.Core.Replicas;

/// <summary>Readers' pages from standbys of the primary: <c>docs/decisions/read-replicas.md</c>.</summary>
public static class ReplicaRegistration
{
    /// <summary>Reads from the replicas that the settings name, and looks after them.</summary>
    public static IServiceCollection AddReplicas(this IServiceCollection services) =>
        services.AddSingleton<Replicas>().AddHostedService<ReplicaWatch>().AddScoped<IGauge, ReplicasBehind>().AddScoped<IGauge, ReplicasServing>();

    /// <summary>Lets what only reads be read from a replica when a reader asks for it.</summary>
    public static TBuilder FromReplica<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new ReadFromReplica());

    /// <summary>To be used where pages are made, after those that are kept were looked for.</summary>
    public static IApplicationBuilder UseReplicas(this IApplicationBuilder app) => app.UseMiddleware<ReplicaPages>();
}

/// <summary>Looks at each replica every second: one that lags or is away is found before a page waits for it, and used again when it has caught up.</summary>
internal sealed class ReplicaWatch(Replicas replicas) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (replicas.Any && !stoppingToken.IsCancellationRequested)
        {
            await replicas.LookAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

internal sealed class ReplicasBehind(Replicas replicas) : IGauge
{
    public string Name => "hub.replica.behind";

    public string Unit => "By";

    public string Description => "How much of the primary's log a replica had not replayed when it was asked last";

    public Task<IReadOnlyList<GaugeReading>> ReadAsync(DateTimeOffset now, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<GaugeReading>>([.. replicas.Standings.Where(s => s.Behind is not null).Select(s => new GaugeReading((double)s.Behind!, s.Name))]);
}

internal sealed class ReplicasServing(Replicas replicas) : IGauge
{
    public string Name => "hub.replica.serves";

    public string Unit => "{replica}";

    public string Description => "1 for a replica that pages are read from, 0 for one that lags or is away";

    public Task<IReadOnlyList<GaugeReading>> ReadAsync(DateTimeOffset now, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<GaugeReading>>([.. replicas.Standings.Select(s => new GaugeReading(s.Trouble is null ? 1 : 0, s.Name))]);
}
