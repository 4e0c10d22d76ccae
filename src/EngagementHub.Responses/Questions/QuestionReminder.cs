using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Responses.Questions;

internal enum QuestionReminderKind
{
    DayBefore,
    OnTheDay,
    LateToHost,
    LateToOwner,
    ResponderLeft,
}

/// <summary>That somebody was told that a question is due, or late. The day belongs to the key: when it moves, the new one is reminded of.</summary>
[Unseen]
internal sealed class QuestionReminder : Entity
{
    private QuestionReminder(Guid question, QuestionReminderKind kind, DateOnly of, StaffId to) => (Question, Kind, Of, To) = (question, kind, of, to);

    public Guid Question { get; private set; }

    public QuestionReminderKind Kind { get; private set; }

    /// <summary>The due day it spoke of.</summary>
    public DateOnly Of { get; private set; }

    public StaffId To { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    public string Words => Kind switch
    {
        QuestionReminderKind.DayBefore => "reminded the working day before",
        QuestionReminderKind.OnTheDay => "reminded on the day",
        QuestionReminderKind.LateToHost => "told, as host, that it is late",
        QuestionReminderKind.LateToOwner => "told, as owner of the blog, that it is late",
        _ => "given it back, because its responder has left",
    };

    public static QuestionReminder Sent(Question question, QuestionReminderKind kind, DateOnly of, (StaffId To, DateTimeOffset At) sent) =>
        new(question.Id, kind, of, sent.To) { SentAt = sent.At };
}

internal sealed class QuestionReminderMap : IEntityTypeConfiguration<QuestionReminder>
{
    public void Configure(EntityTypeBuilder<QuestionReminder> reminder)
    {
        reminder.ToTable("responses_question_reminders");
        reminder.HasOne<Question>().WithMany().HasForeignKey(r => r.Question);
        reminder.HasIndex(r => new { r.Question, r.Kind, r.Of, r.To }).IsUnique();
    }
}
