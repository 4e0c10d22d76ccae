using EngagementHub.Notifications.Daily;
using EngagementHub.Notifications.Inbox;
using EngagementHub.Notifications.Mail;
using EngagementHub.Notifications.Preferences;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Notifications;

internal static class NotificationsData
{
    extension(HubDb db)
    {
        public DbSet<Notification> Notifications => db.Set<Notification>();

        public DbSet<Preference> Preferences => db.Set<Preference>();

        public DbSet<DailyLetter> DailyLetters => db.Set<DailyLetter>();

        public DbSet<StoppedAddress> StoppedAddresses => db.Set<StoppedAddress>();

        public DbSet<OutboxMessage> Outbox => db.Set<OutboxMessage>();
    }
}
