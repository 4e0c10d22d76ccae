using EngagementHub.Notifications.Inbox;
using EngagementHub.Notifications.Mail;
using Microsoft.Extensions.Options;

namespace EngagementHub.Notifications;

internal sealed class Notifier(HubDb db, IStaffDirectory directory, TimeProvider clock, IOptions<MailSettings> settings) : INotify
{
    public async Task TellAsync(StaffId to, Notice notice, CancellationToken cancellation = default)
    {
        if (await directory.FindAsync(to, cancellation) is not { IsActive: true } person)
        {
            return;
        }

        var now = clock.GetUtcNow();
        db.Notifications.Add(Notification.Of(to, notice, now));
        if (person.Mail is { Length: > 0 } address)
        {
            db.Outbox.Add(OutboxMessage.Queue(address, notice.Subject, Body(notice), now));
        }
    }

    private string Body(Notice notice) =>
        $"{notice.Text}\n\n{settings.Value.Site}{notice.Link}\n\nYou receive this because: {notice.Reason}\n";
}
