using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Notifications.Mail;

/// <summary>Which mail one node may send: taken by one statement of the database, so that of several nodes one gets it.</summary>
internal static class Claim
{
    private const int Batch = 50;

    public static async Task<List<Guid>> DueAsync(HubDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        var free = IsFree(await LeaseClock.NowAsync(db, cancellation));
        return await db.Outbox.Where(free).Where(m => m.NextTryAt <= now).OrderBy(m => m.NextTryAt).Select(m => m.Id).Take(Batch).ToListAsync(cancellation);
    }

    public static async Task<OutboxMessage?> TakeAsync(HubDb db, Guid id, TimeSpan lease, CancellationToken cancellation)
    {
        var now = await LeaseClock.NowAsync(db, cancellation);
        var until = now + lease;
        return await db.Outbox.Where(IsFree(now)).Where(m => m.Id == id).ExecuteUpdateAsync(set => set.SetProperty(m => m.HeldUntil, until), cancellation) == 1
            ? await db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id, cancellation)
            : null;
    }

    /// <summary>Keeps it for longer, if it is still held until the instant that the node knows.</summary>
    /// <returns>Until when, or nothing where another node has taken it.</returns>
    public static async Task<DateTimeOffset?> RenewAsync(HubDb db, Guid id, DateTimeOffset? held, CancellationToken cancellation)
    {
        var until = await LeaseClock.NowAsync(db, cancellation) + Hold.Length;
        return await db.Outbox.Where(m => m.Id == id && m.HeldUntil == held).ExecuteUpdateAsync(set => set.SetProperty(m => m.HeldUntil, until), cancellation) == 1 ? until : null;
    }

    /// <summary>Keeps what came of it. Where another node has taken it meanwhile, only that it was sent.</summary>
    // The version stays: whoever cancels at this moment must not be refused because a node was quicker.
    public static Task GiveBackAsync(HubDb db, OutboxMessage message) => db.Outbox.Where(m => m.Id == message.Id && (m.HeldUntil == message.HeldUntil || message.SentAt != null)).ExecuteUpdateAsync(set => set
        .SetProperty(m => m.HeldUntil, (DateTimeOffset?)null)
        .SetProperty(m => m.SentAt, message.SentAt)
        .SetProperty(m => m.CancelledAt, m => m.CancelledAt ?? message.CancelledAt)
        .SetProperty(m => m.CancelledBecause, m => m.CancelledBecause ?? message.CancelledBecause)
        .SetProperty(m => m.Secret, m => m.CancelledAt != null ? null : message.Secret)
        .SetProperty(m => m.Tries, message.Tries)
        .SetProperty(m => m.LastError, message.LastError)
        .SetProperty(m => m.NextTryAt, message.NextTryAt), CancellationToken.None);

    private static Expression<Func<OutboxMessage, bool>> IsFree(DateTimeOffset now) =>
        m => m.SentAt == null && m.CancelledAt == null && (m.HeldUntil == null || m.HeldUntil < now);
}
