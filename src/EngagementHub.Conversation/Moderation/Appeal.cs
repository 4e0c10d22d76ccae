using EngagementHub.Core.Time;
using EngagementHub.WorkingTime;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Conversation.Moderation;

internal enum AppealOutcome
{
    Upheld,
    Dismissed,

    /// <summary>There is nothing left to decide: the comment was taken back, or the decision was.</summary>
    Lapsed,
}

/// <summary>The writer of a comment asks somebody else to look at a decision again: once for each decision, by a stated day.</summary>
/// <remarks>Knows the day, not the hour, and nobody's name: who appeals with a receipt code stays unknown.</remarks>
internal sealed class Appeal : Entity
{
    /// <summary>Working days after the decision in which its writer may appeal.</summary>
    public const int DaysToAppeal = 20;

    /// <summary>Working days in which the appeal is decided.</summary>
    public const int DaysToDecide = 5;

    private Appeal(Guid commentId, Guid decisionId, StaffId decidedFirstBy, DateOnly day, DateOnly decideBy) =>
        (CommentId, DecisionId, DecidedFirstBy, Day, DecideBy) = (commentId, decisionId, decidedFirstBy, day, decideBy);

    public Guid CommentId { get; private set; }

    public Guid DecisionId { get; private set; }

    public StaffId DecidedFirstBy { get; private set; }

    public DateOnly Day { get; private set; }

    public DateOnly DecideBy { get; private set; }

    public string Words { get; private set; } = "";

    public AppealOutcome? Outcome { get; private set; }

    public StaffId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? Reason { get; private set; }

    public static Appeal Against(Decision decision, string? words, DateOnly today, WorkingCalendar calendar, string zone)
    {
        if (decision.Kind is not (DecisionKind.Declined or DecisionKind.Redacted))
        {
            throw new BrokenRuleException("Only a decision to decline a comment or to strike words can be appealed");
        }

        if (LastDay(decision, calendar, zone) is var last && today > last)
        {
            throw new BrokenRuleException($"The time to appeal ended with {Say.Day(last)}. You can write a new comment instead");
        }

        return new Appeal(decision.CommentId, decision.Id, decision.By, today, calendar.AddWorkingDays(today, DaysToDecide))
        {
            Words = Moderation.Reason.Optional(words, "Words") ?? throw new BrokenRuleException("Say why the decision should be looked at again", "Words"),
        };
    }

    public static DateOnly LastDay(Decision decision, WorkingCalendar calendar, string zone) => calendar.AddWorkingDays(decision.At.DayIn(zone), DaysToAppeal);

    public bool IsLate(DateOnly today) => Outcome is null && today > DecideBy;

    public void Decide(AppealOutcome outcome, Ruling ruling, string? reason)
    {
        MustBeOpenTo(ruling.By);
        (Outcome, DecidedBy, DecidedAt, Reason) = (outcome, ruling.By, ruling.At, Moderation.Reason.Required(reason));
        Raise(new AppealDecided(this));
    }

    /// <summary>Ends it without a decision. What its writer said for the comment goes; no time is kept, for it would be the time at which an anonymous writer did something.</summary>
    public void Lapse()
    {
        if (Outcome is null)
        {
            (Outcome, Words) = (AppealOutcome.Lapsed, "");
        }
    }

    public void Strike(WordsStruck struck) => (Words, Reason) = (struck.In(Words), Reason is null ? null : struck.In(Reason));

    private void MustBeOpenTo(StaffId moderator)
    {
        if (Outcome is not null)
        {
            throw new BrokenRuleException("This appeal is decided already");
        }

        if (moderator == DecidedFirstBy)
        {
            throw new BrokenRuleException("This appeal is against your own decision, so another moderator decides it");
        }
    }
}

/// <summary>A moderator decided an appeal.</summary>
internal sealed record AppealDecided(Appeal Appeal) : IAudited
{
    public AuditLine ToAudit() => new(
        Appeal.DecidedBy, Appeal.DecidedAt!.Value, $"conversation.appeal.{Appeal.Outcome!.Value.ToString().ToLowerInvariant()}", new SubjectRef(Conversations.CommentKind, Appeal.CommentId), Appeal.Reason);
}

internal sealed class AppealMap : IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<Appeal> appeal)
    {
        appeal.ToTable("conversation_appeals");
        appeal.Property(a => a.Words).HasMaxLength(Moderation.Reason.Longest);
        appeal.Property(a => a.Reason).HasMaxLength(Moderation.Reason.Longest);
        appeal.HasIndex(a => a.DecisionId).IsUnique();
        appeal.HasIndex(a => a.CommentId);
        appeal.HasIndex(a => a.Outcome);
    }
}
