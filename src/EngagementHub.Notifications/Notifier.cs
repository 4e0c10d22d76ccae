using EngagementHub.Notifications.Inbox;
using EngagementHub.Notifications.Mail;
using EngagementHub.Notifications.Preferences;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.Notifications;

internal sealed class Notifier(HubDb db, IStaffDirectory directory, TimeProvider clock, IOptions<MailSettings> settings, StopNotices stop) : INotify, IMailChoices
{
    public async Task TellAsync(StaffId to, Notice notice, CancellationToken cancellation = default)
    {
        if (await directory.FindAsync(to, cancellation) is not { IsActive: true } person)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var notification = db.Notifications.Add(Notification.Of(to, notice, now)).Entity;
        switch (person.Mail is { Length: > 0 } ? await DeliveryAsync(to, notice.Kind, cancellation) : Delivery.OnSite)
        {
            case Delivery.AtOnce:
                db.Outbox.Add(OutboxMessage.Tell(person, notice, Body(notice), now));
                break;
            case Delivery.Daily:
                notification.WaitForLetter();
                break;
        }
    }

    public async Task<bool> TakesAtOnceAsync(StaffId who, string kind, CancellationToken cancellation = default) => await DeliveryAsync(who, kind, cancellation) == Delivery.AtOnce;

    public IReadOnlyList<KeyValuePair<string, string>> StopHeaders(StaffId who, string kind) => stop.HeadersFor(who, kind);

    private async Task<Delivery> DeliveryAsync(StaffId to, string kind, CancellationToken cancellation) =>
        (await db.Preferences.AsNoTracking().FirstOrDefaultAsync(p => p.Who == to, cancellation))?.For(kind) ?? Delivery.AtOnce;

    private string Body(Notice notice) =>
        $"{notice.Text}\n\n{settings.Value.Site}{notice.Link}\n\nYou receive this because: {notice.Reason}\nChoose how you are told: {settings.Value.Site}/notifications/preferences\n";
}
