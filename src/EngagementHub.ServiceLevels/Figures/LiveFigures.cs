using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using EngagementHub.Core.Live;
using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Signing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Figures;

/// <summary>Which figures a page shows, and since when they are so.</summary>
internal sealed record FiguresNow(string Version, string At);

/// <summary>
/// Tells pages that their figures are no longer the latest. It carries no figure, only which ones are current. However many people look, a node works that out once a second at most;
/// a stream lives for two minutes, and the browser opens the next one.
/// </summary>
internal sealed class LiveFigures(LiveSignals signals, IServiceScopeFactory scopes, TimeProvider clock, IOptions<HubOptions> hub)
{
    private const int MostStreams = 5_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Shared = TimeSpan.FromMilliseconds(250);
    private readonly ConcurrentDictionary<string, (long At, Lazy<Task<string>> Version)> _versions = new();
    private int _streams;

    public static string VersionOf(IEnumerable<LevelReport> reports)
    {
        var said = string.Join('\n', reports.Select(report => $"{report.Level.Id} {report.Backlog.Open} {report.Backlog.OpenAndLate} {string.Join(", ", report.Months.Select(month => month.InWords))}"));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..16];
    }

    public static async Task<IResult> Stream(HttpContext http, HubDb db, LiveFigures figures, string? service) =>
        figures._streams >= MostStreams ? Results.NoContent() : TypedResults.ServerSentEvents(figures.FollowAsync(await KnownAsync(db, service, http.RequestAborted), http.RequestAborted));

    /// <summary>Of how many services it is remembered which figures are current, the start page's among them.</summary>
    internal int Remembered => _versions.Count;

    // What is no service has the figures of the start page, and no place of its own in the memory: anybody may ask for anything.
    private static async Task<string> KnownAsync(HubDb db, string? service, CancellationToken cancellation) =>
        service is { Length: > 0 } && await db.Services.AnyAsync(known => known.Slug == service, cancellation) ? service : "";

    private async IAsyncEnumerable<SseItem<FiguresNow>> FollowAsync(string service, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        over.CancelAfter(Longest);
        Interlocked.Increment(ref _streams);
        try
        {
            await foreach (var _ in signals.ListenAsync(TicketIntake.Topic, over.Token))
            {
                // What a neighbour's look has begun before this change does not show it: such a look is over by then.
                await Task.Delay(Shared, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                yield return new SseItem<FiguresNow>(new FiguresNow(await VersionAsync(service), Say.Time(clock.GetUtcNow(), hub.Value.Zone)), "figures") { ReconnectionInterval = TimeSpan.FromSeconds(2) };
                await Task.Delay(Pause, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _streams);
        }
    }

    // Work for all who look: it goes on when one of them leaves.
    private Task<string> VersionAsync(string service)
    {
        var now = Environment.TickCount64;
        return _versions.AddOrUpdate(service, _ => (now, Begin(service)), (_, known) => now - known.At < Shared.TotalMilliseconds ? known : (now, Begin(service))).Version.Value;
    }

    private Lazy<Task<string>> Begin(string service) => new(() => ReadAsync(service));

    private async Task<string> ReadAsync(string slug)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, board) = (scope.ServiceProvider.GetRequiredService<HubDb>(), scope.ServiceProvider.GetRequiredService<Published>());
        var service = slug.Length == 0 ? null : await db.Services.AsNoTracking().FirstOrDefaultAsync(known => known.Slug == slug);
        return VersionOf(service is null ? await board.HeadlinesAsync(CancellationToken.None) : await board.OfAsync(service, CancellationToken.None));
    }
}
