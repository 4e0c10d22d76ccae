using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Blogging.Hosting.Reminders;

internal enum ReminderKind
{
    WeekBefore,
    FirstDay,
    BeforeTheEnd,
    NoShow,
}

/// <summary>That somebody was reminded of a day. The day belongs to the key: when dates change, the new ones are reminded of.</summary>
[Unseen]
internal sealed class HostingReminder : Entity
{
    private HostingReminder(Guid periodId, ReminderKind kind, DateOnly of, StaffId to) => (PeriodId, Kind, Of, To) = (periodId, kind, of, to);

    public Guid PeriodId { get; private set; }

    public ReminderKind Kind { get; private set; }

    /// <summary>The first or last day it spoke of.</summary>
    public DateOnly Of { get; private set; }

    public StaffId To { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    public static HostingReminder Sent(HostingPeriod period, DueReminder due, StaffId to, DateTimeOffset at) => new(period.Id, due.Kind, due.Of, to) { SentAt = at };
}

internal sealed class HostingReminderMap : IEntityTypeConfiguration<HostingReminder>
{
    public void Configure(EntityTypeBuilder<HostingReminder> reminder)
    {
        reminder.ToTable("blogging_hosting_reminders");
        reminder.HasOne<HostingPeriod>().WithMany().HasForeignKey(r => r.PeriodId).OnDelete(DeleteBehavior.Restrict);
        reminder.HasIndex(r => new { r.PeriodId, r.Kind, r.Of, r.To }).IsUnique();
    }
}
