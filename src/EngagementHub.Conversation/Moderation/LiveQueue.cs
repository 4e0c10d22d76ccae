using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using EngagementHub.Core.Live;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Conversation.Moderation;

/// <summary>How much there is to do: figures only, nothing of anybody.</summary>
internal sealed record QueueCounts(int Waiting, int Unread, int Flags, int Appeals)
{
    public static async Task<QueueCounts> LoadAsync(HubDb db, CancellationToken cancellation = default) => new(
        await db.Comments.CountAsync(c => c.Standing == CommentStanding.Waiting || c.Standing == CommentStanding.Held, cancellation),
        await db.Comments.CountAsync(c => c.Standing == CommentStanding.Published && c.DecidedAt == null, cancellation),
        await db.Flags.Where(f => f.Outcome == null).Select(f => f.CommentId).Distinct().CountAsync(cancellation),
        await db.Appeals.CountAsync(a => a.Outcome == null, cancellation));
}

/// <summary>The queue's figures as they change. A stream lives for two minutes and no longer than the session; the browser opens the next one, which asks for the right again.</summary>
internal static class LiveQueue
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public static async Task<ServerSentEventsResult<QueueCounts>> Stream(HttpContext http, LiveSignals signals, IServiceScopeFactory scopes)
    {
        // Sessions end by the machine's clock (see Identity), whatever day the hub shows; so must the stream.
        var session = await http.AuthenticateAsync();
        var left = session.Properties?.ExpiresUtc is { } ends ? ends - TimeProvider.System.GetUtcNow() : Longest;
        return TypedResults.ServerSentEvents(CountsAsync(signals, scopes, left < Longest ? left : Longest, http.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<QueueCounts>> CountsAsync(LiveSignals signals, IServiceScopeFactory scopes, TimeSpan lasts, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        over.CancelAfter(lasts > TimeSpan.Zero ? lasts : TimeSpan.Zero);
        await foreach (var _ in signals.ListenAsync(SignalTheQueue.Topic, over.Token))
        {
            if (await CountAsync(scopes, cancellation) is not { } counts)
            {
                yield break;
            }

            yield return new SseItem<QueueCounts>(counts, "queue") { ReconnectionInterval = TimeSpan.FromSeconds(1) };
            await Task.Delay(Pause, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Asked anew each time: who is a moderator no longer, or was signed out, hears no more.
    private static async Task<QueueCounts?> CountAsync(IServiceScopeFactory scopes, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var staff = scope.ServiceProvider.GetRequiredService<ICurrentStaff>();
        return await staff.IsStillSignedInAsync() && await staff.MayAsync(ConversationModule.Moderate)
            ? await QueueCounts.LoadAsync(scope.ServiceProvider.GetRequiredService<HubDb>(), cancellation)
            : null;
    }
}
