using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Notifications.Inbox;

/// <summary>Something a person was told, kept in the hub whether or not mail reached them.</summary>
[Unseen]
internal sealed class Notification : Entity
{
    private Notification(StaffId to, string subject, string text, string link, string reason, string kind, DateTimeOffset at) =>
        (To, Subject, Text, Link, Reason, Kind, At) = (to, subject, text, link, reason, kind, at);

    public StaffId To { get; private set; }

    public string Subject { get; private set; }

    public string Text { get; private set; }

    public string Link { get; private set; }

    public string Reason { get; private set; }

    /// <summary>Which of the kinds a person chooses how to hear of.</summary>
    public string Kind { get; private set; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Whether it is still to go into a daily letter.</summary>
    public bool WaitsForLetter { get; private set; }

    /// <summary>The daily letter it went into.</summary>
    public Guid? LetterId { get; private set; }

    public static Notification Of(StaffId to, Notice notice, DateTimeOffset at) =>
        new(to, notice.Subject, notice.Text, notice.Link, notice.Reason, notice.Kind, at);

    public void WaitForLetter() => WaitsForLetter = true;

    public void StayOnSite() => WaitsForLetter = false;

    public void GoInto(Guid letter) => (WaitsForLetter, LetterId) = (false, letter);

    public void Read(DateTimeOffset at) => ReadAt ??= at;

    public void Unname(string name) => (Subject, Text) = (Unnamed.Subject(Subject, name), Unnamed.Text(Text, name));

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
        notification.Property(n => n.Kind).HasMaxLength(60).HasDefaultValue(NoticeKind.Work).ValueGeneratedNever();
        notification.HasIndex(n => new { n.To, n.At });
        notification.HasIndex(n => n.LetterId);
        notification.HasIndex(n => n.WaitsForLetter).HasFilter("\"WaitsForLetter\"");
    }
}
