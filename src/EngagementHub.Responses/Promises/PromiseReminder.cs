using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Responses.Promises;

internal enum ReminderKind
{
    WeekBefore,
    DayBefore,
    OnTheDay,
    Late,
    OwnerLeft,
    StillLate,
}

/// <summary>That somebody was reminded of a promise. Its due day belongs to the key: when that moves, the new one is reminded of.</summary>
[Unseen]
internal sealed class PromiseReminder : Entity
{
    private PromiseReminder(Guid promise, ReminderKind kind, DateOnly of, StaffId to) => (Promise, Kind, Of, To) = (promise, kind, of, to);

    public Guid Promise { get; private set; }

    public ReminderKind Kind { get; private set; }

    /// <summary>The due day it spoke of, or the reporting day of what is late for long.</summary>
    public DateOnly Of { get; private set; }

    public StaffId To { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    public static PromiseReminder Sent(Promise promise, (ReminderKind Kind, DateOnly Of, StaffId To) what, DateTimeOffset at) => new(promise.Id, what.Kind, what.Of, what.To) { SentAt = at };
}

internal sealed class PromiseReminderMap : IEntityTypeConfiguration<PromiseReminder>
{
    public void Configure(EntityTypeBuilder<PromiseReminder> reminder)
    {
        reminder.ToTable("responses_promise_reminders");
        reminder.HasOne<Promise>().WithMany().HasForeignKey(r => r.Promise);
        reminder.HasIndex(r => new { r.Promise, r.Kind, r.Of, r.To }).IsUnique();
    }
}
