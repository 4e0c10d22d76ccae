using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Moderation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Conversation.Discussions;

internal enum QueuedWhileHalted
{
    Wait,
    AreDecided,
}

/// <summary>Why a discussion is halted, as readers are told.</summary>
internal sealed record Grounds(CodeVersion Code, Clause Clause, string? Reason, DateOnly? LastDay, QueuedWhileHalted Queued)
{
    /// <summary>The comment whose thread is halted; nothing for the whole discussion.</summary>
    public Comment? Thread { get; init; }

    /// <summary>By when moderators look at the halt again.</summary>
    public DateOnly? ReviewBy { get; init; }
}

/// <summary>A published act: a moderator stopped a discussion, for a reason, under a clause, until a day.</summary>
internal sealed class Halt : Entity
{
    private Halt(Guid discussionId, StaffId by, DateTimeOffset at) => (DiscussionId, By, At) = (discussionId, by, at);

    public Guid DiscussionId { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public Guid CodeVersionId { get; private set; }

    public int Clause { get; private set; }

    public string Reason { get; private set; } = "";

    public DateOnly? LastDay { get; private set; }

    public QueuedWhileHalted Queued { get; private set; }

    /// <summary>The comment whose thread is halted; nothing for the whole discussion.</summary>
    public Guid? Thread { get; private set; }

    public DateOnly? ReviewBy { get; private set; }

    public StaffId? LiftedBy { get; private set; }

    public DateTimeOffset? LiftedAt { get; private set; }

    public string WhatHappensToQueued => Queued == QueuedWhileHalted.Wait
        ? "Comments that wait for a moderator are kept and decided when the discussion opens again."
        : "Moderators go on deciding the comments that were sent before.";

    public static Halt Of(Discussion discussion, Ruling ruling, Grounds grounds)
    {
        Check(discussion.DayOf(ruling.At), grounds.Reason, grounds.LastDay, grounds.ReviewBy);
        return new Halt(discussion.Id, ruling.By, ruling.At)
        {
            CodeVersionId = grounds.Code.Id,
            Clause = grounds.Clause.Number,
            Reason = Moderation.Reason.Required(grounds.Reason),
            LastDay = grounds.LastDay,
            Queued = grounds.Queued,
            Thread = grounds.Thread?.Id,
            ReviewBy = grounds.ReviewBy,
        };
    }

    /// <summary>Refuses a halt without a reason, and days that are over.</summary>
    public static void Check(DateOnly today, string? reason, DateOnly? lastDay, DateOnly? reviewBy) => BrokenRules.RefuseAll(
        () => Moderation.Reason.Required(reason),
        () => MustNotBeOver(lastDay, today, "The last halted day must be today or later", "LastDay"),
        () => MustNotBeOver(reviewBy, today, "The day to look at it again must be today or later", "ReviewBy"));

    private static void MustNotBeOver(DateOnly? day, DateOnly today, string sentence, string field)
    {
        if (day < today)
        {
            throw new BrokenRuleException(sentence, field);
        }
    }

    public bool IsInForce(DateTimeOffset at, DateOnly today) =>
        At <= at && !(LiftedAt <= at) && !(LastDay < today);

    public bool IsReviewDue(DateOnly today) => ReviewBy <= today;

    public string Until(Func<DateOnly, string> say) => LastDay is { } day ? $"until the end of {say(day)}" : "until a moderator opens it again";

    /// <summary>Words struck in the comment at the head of a halted thread are struck in the reason, here and in the trail of the discussion.</summary>
    public void Strike(WordsStruck struck, SubjectRef discussion)
    {
        if (struck.In(Reason) is var left && left != Reason)
        {
            Reason = left;
            Raise(struck with { Of = discussion });
        }
    }

    public void Lift(Ruling ruling) => (LiftedBy, LiftedAt) = (ruling.By, ruling.At);
}

internal sealed class HaltMap : IEntityTypeConfiguration<Halt>
{
    public void Configure(EntityTypeBuilder<Halt> halt)
    {
        halt.ToTable("conversation_halts");
        halt.Property(h => h.Reason).HasMaxLength(Moderation.Reason.Longest);
    }
}
