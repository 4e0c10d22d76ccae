using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Notifications.Inbox;

/// <summary>Something a person was told, kept in the hub whether or not mail reached them.</summary>
internal sealed class Notification : Entity
{
    private Notification(StaffId to, string subject, string text, string link, string reason, DateTimeOffset at) =>
        (To, Subject, Text, Link, Reason, At) = (to, subject, text, link, reason, at);

    public StaffId To { get; private set; }

    public string Subject { get; private set; }

    public string Text { get; private set; }

    public string Link { get; private set; }

    public string Reason { get; private set; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    public static Notification Of(StaffId to, Notice notice, DateTimeOffset at) =>
        new(to, notice.Subject, notice.Text, notice.Link, notice.Reason, at);

    public void Read(DateTimeOffset at) => ReadAt ??= at;

    public void Strike(WordsStruck struck) => (Subject, Text) = (struck.In(Subject), struck.In(Text));
}

internal sealed class NotificationMap : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> notification)
    {
        notification.ToTable("notifications_inbox");
        notification.Property(n => n.Subject).HasMaxLength(300);
        notification.Property(n => n.Link).HasMaxLength(500);
        notification.Property(n => n.Reason).HasMaxLength(300);
        notification.HasIndex(n => new { n.To, n.At });
    }
}
