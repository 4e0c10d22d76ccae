using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Notifications.Mail;

/// <summary>How many mails wait to be sent: a number that keeps growing means that the mail server refuses them.</summary>
internal sealed class WaitingMail(HubDb db) : IGauge
{
    public string Name => "hub.mail.waiting";

    public string Unit => "{mail}";

    public string Description => "Mails that wait to be sent, and of these those that failed at least once";

    public async Task<IReadOnlyList<GaugeReading>> ReadAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var waiting = db.Outbox.Where(m => m.SentAt == null && m.CancelledAt == null);
        return [new(await waiting.CountAsync(cancellation), "all"), new(await waiting.CountAsync(m => m.Tries > 0, cancellation), "failed at least once")];
    }
}
