using EngagementHub.Plans.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Plans.Reminders;

internal enum ReminderKind
{
    Overdue,
    Expired,
    Silent,
    OwnerLeft,
}

/// <summary>That somebody was told about an action. The day it spoke of belongs to the key: when that moves, the new one is told of.</summary>
[Unseen]
internal sealed class ActionReminder : Entity
{
    private ActionReminder(Guid action, ReminderKind kind, DateOnly of, StaffId to) => (Action, Kind, Of, To) = (action, kind, of, to);

    public Guid Action { get; private set; }

    public ReminderKind Kind { get; private set; }

    public DateOnly Of { get; private set; }

    public StaffId To { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    public static ActionReminder Sent(PlannedAction action, ReminderKind kind, DateOnly of, StaffId to, DateTimeOffset at) => new(action.Id, kind, of, to) { SentAt = at };
}

internal sealed class ActionReminderMap : IEntityTypeConfiguration<ActionReminder>
{
    public void Configure(EntityTypeBuilder<ActionReminder> reminder)
    {
        reminder.ToTable("plans_reminders");
        reminder.HasOne<PlannedAction>().WithMany().HasForeignKey(r => r.Action);
        reminder.HasIndex(r => new { r.Action, r.Kind, r.Of, r.To }).IsUnique();
    }
}
