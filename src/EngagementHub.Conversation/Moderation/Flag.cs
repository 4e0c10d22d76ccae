using EngagementHub.Conversation.Comments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Conversation.Moderation;

internal enum FlagOutcome
{
    LeftUp,
    ActedOn,

    /// <summary>The writer took the comment back before a moderator decided.</summary>
    TakenBack,
}

/// <summary>A reader says that a published comment breaks the code of conduct. Moderators see who says so; its writer and other readers do not.</summary>
internal sealed class Flag : Entity
{
    private Flag(Guid commentId, StaffId by, DateTimeOffset at, string reason) => (CommentId, By, At, Reason) = (commentId, by, at, reason);

    public Guid CommentId { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string Reason { get; private set; }

    public FlagOutcome? Outcome { get; private set; }

    public StaffId? ResolvedBy { get; private set; }

    public DateTimeOffset? ResolvedAt { get; private set; }

    public string? Note { get; private set; }

    public static Flag Raise(Comment comment, StaffId by, DateTimeOffset at, string? reason)
    {
        if (comment.Standing != CommentStanding.Published)
        {
            throw new BrokenRuleException("Readers no longer see this comment, so there is nothing to flag");
        }

        if (comment.Author == by)
        {
            throw new BrokenRuleException("You wrote this comment. You can take it back instead");
        }

        var flag = new Flag(comment.Id, by, at, Moderation.Reason.Optional(reason, "Reason") ?? throw new BrokenRuleException("Say what is wrong with this comment", "Reason"));
        flag.Raise(new CommentFlagged(flag, comment));
        return flag;
    }

    /// <param name="outcome">What came of it.</param>
    /// <param name="ruling">Who looked at it, and when.</param>
    /// <param name="note">Why.</param>
    /// <param name="canBeUndone">The decision behind it can still be taken back: the reader is told after that.</param>
    public void Resolve(FlagOutcome outcome, Ruling ruling, string? note, bool canBeUndone = false)
    {
        if (Outcome is not null)
        {
            return;
        }

        (Outcome, ResolvedBy, ResolvedAt, Note) = (outcome, ruling.By, ruling.At, note);
        Raise(new FlagResolved(this, canBeUndone));
    }

    /// <summary>The comment is gone with its writer's will. Nobody is told at once: the time of the notice would be the time at which an anonymous writer did something.</summary>
    public void Lapse() => Outcome ??= FlagOutcome.TakenBack;

    /// <summary>The reader is told, on some later day, that the comment is gone.</summary>
    public void Close(DateTimeOffset at)
    {
        if (Outcome == FlagOutcome.TakenBack && ResolvedAt is null)
        {
            ResolvedAt = at;
            Raise(new FlagResolved(this, CanBeUndone: false));
        }
    }

    /// <summary>The decision that answered it was taken back, so a moderator has to look again.</summary>
    public void Reopen() => (Outcome, ResolvedBy, ResolvedAt, Note) = (null, null, null, null);

    /// <summary>The report stays; who made it goes.</summary>
    public void ForgetReader(Core.Keeping.Forgetting forgetting) => By = By == forgetting.Card.Id ? forgetting.Alias : By;

    public void Strike(WordsStruck struck) => (Reason, Note) = (struck.In(Reason), Note is null ? null : struck.In(Note));
}

/// <summary>A reader flagged a comment. The audit line does not name the reader: the trail is read by more people than moderators.</summary>
internal sealed record CommentFlagged(Flag Flag, Comment Comment) : IAudited
{
    public AuditLine ToAudit() => new(null, Flag.At, "conversation.comment.flagged", new SubjectRef(Conversations.CommentKind, Flag.CommentId), Flag.Reason);
}

/// <summary>A moderator looked at what a reader flagged.</summary>
internal sealed record FlagResolved(Flag Flag, bool CanBeUndone) : IAudited
{
    public AuditLine ToAudit() => new(
        Flag.ResolvedBy, Flag.ResolvedAt!.Value, Flag.Outcome switch { FlagOutcome.LeftUp => "conversation.flag.left-up", FlagOutcome.ActedOn => "conversation.flag.acted-on", _ => "conversation.flag.ended" }, new SubjectRef(Conversations.CommentKind, Flag.CommentId), Flag.Note);
}

internal sealed class FlagMap : IEntityTypeConfiguration<Flag>
{
    public void Configure(EntityTypeBuilder<Flag> flag)
    {
        flag.ToTable("conversation_flags");
        flag.Property(f => f.Reason).HasMaxLength(Moderation.Reason.Longest);
        flag.Property(f => f.Note).HasMaxLength(Moderation.Reason.Longest);
        flag.HasIndex(f => new { f.CommentId, f.By }).IsUnique();
        flag.HasIndex(f => f.Outcome);
    }
}
