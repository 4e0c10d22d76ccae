using EngagementHub.Notifications.Inbox;
using EngagementHub.Notifications.Mail;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Notifications;

internal static class NotificationsData
{
    extension(HubDb db)
    {
        public DbSet<Notification> Notifications => db.Set<Notification>();

        public DbSet<OutboxMessage> Outbox => db.Set<OutboxMessage>();
    }
}
