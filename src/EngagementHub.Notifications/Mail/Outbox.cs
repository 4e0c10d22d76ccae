using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Notifications.Mail;

internal sealed class Outbox(HubDb db) : IOutbox
{
    public void Queue(QueuedLetter letter, DateTimeOffset at) => db.Outbox.Add(OutboxMessage.Queue(letter, at));

    public async Task CancelAsync(SubjectRef about, string why, DateTimeOffset at, CancellationToken cancellation = default)
    {
        foreach (var message in await db.Outbox.Where(m => m.About == about && m.SentAt == null && m.CancelledAt == null).ToListAsync(cancellation))
        {
            message.Cancel(why, at);
        }
    }
}
