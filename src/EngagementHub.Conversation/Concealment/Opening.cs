using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Moderation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Conversation.Concealment;

/// <summary>Two people open a withheld name: one asks and says why, another agrees. Both may see it for a day. Added, never removed, and counted in public.</summary>
internal sealed class Opening : Entity
{
    public static readonly TimeSpan Shown = TimeSpan.FromHours(24);
    public static readonly TimeSpan Waits = TimeSpan.FromDays(7);

    private Opening(Guid commentId, StaffId askedBy, DateTimeOffset askedAt, string grounds) =>
        (CommentId, AskedBy, AskedAt, Grounds) = (commentId, askedBy, askedAt, grounds);

    public Guid CommentId { get; private set; }

    public StaffId AskedBy { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public string Grounds { get; private set; }

    public StaffId? AgreedBy { get; private set; }

    public DateTimeOffset? AgreedAt { get; private set; }

    public StaffId? RefusedBy { get; private set; }

    public DateTimeOffset? RefusedAt { get; private set; }

    public string? RefusedBecause { get; private set; }

    public static Opening Ask(Comment comment, StaffId by, DateTimeOffset at, string? grounds)
    {
        if (comment.Level != Anonymity.NameWithheld || comment.Standing == CommentStanding.Withdrawn)
        {
            throw new BrokenRuleException("No name is kept with this comment, so there is none to open", "Comment");
        }

        var why = string.IsNullOrWhiteSpace(grounds) ? throw new BrokenRuleException("Say on what grounds. They are kept, and the writer is told", "Grounds") : grounds.Trim();
        var opening = new Opening(comment.Id, by, at, why.Length <= Reason.Longest ? why : throw new BrokenRuleException($"Use {Reason.Longest} characters or fewer", "Grounds"));
        opening.Raise(new OpeningAct(opening, by, at, "asked", why));
        return opening;
    }

    public bool WaitsAt(DateTimeOffset at) => AgreedAt is null && RefusedAt is null && at <= AskedAt + Waits;

    public bool LetsSee(StaffId who, DateTimeOffset at) => AgreedAt is { } agreed && at < agreed + Shown && (who == AskedBy || who == AgreedBy);

    public void Agree(StaffId by, DateTimeOffset at)
    {
        if (AgreedAt is not null)
        {
            return;
        }

        MustWait(at);
        if (by == AskedBy)
        {
            throw new BrokenRuleException("You asked for it. Somebody else who has this right must agree");
        }

        (AgreedBy, AgreedAt) = (by, at);
        Raise(new OpeningAct(this, by, at, "agreed", Grounds));
    }

    public void Refuse(StaffId by, DateTimeOffset at, string? because)
    {
        MustWait(at);
        (RefusedBy, RefusedAt, RefusedBecause) = (by, at, Reason.Required(because));
        Raise(new OpeningAct(this, by, at, "refused", RefusedBecause));
    }

    /// <summary>One of the two looks at the name: every look leaves a line.</summary>
    public void Look(StaffId by, DateTimeOffset at)
    {
        if (!LetsSee(by, at))
        {
            throw new BrokenRuleException("The name is shown for 24 hours after the second person agreed, and only to the two of you");
        }

        Raise(new OpeningAct(this, by, at, "seen", null));
    }

    /// <summary>Words struck in the comment are struck in what was said about it.</summary>
    public void Strike(WordsStruck struck) => (Grounds, RefusedBecause) = (struck.In(Grounds), RefusedBecause is null ? null : struck.In(RefusedBecause));

    private void MustWait(DateTimeOffset at)
    {
        if (!WaitsAt(at))
        {
            throw new BrokenRuleException("This is decided already, or was left for more than seven days. Ask again if it is still needed");
        }
    }
}

/// <summary>Somebody asked for, agreed to, refused or looked at the opening of a name. Never says the name.</summary>
internal sealed record OpeningAct(Opening Opening, StaffId By, DateTimeOffset At, string Act, string? Why) : IAudited
{
    public AuditLine ToAudit() => new(By, At, $"conversation.name.{Act}", new SubjectRef(Conversations.CommentKind, Opening.CommentId), Why);
}

internal sealed class OpeningMap : IEntityTypeConfiguration<Opening>
{
    public void Configure(EntityTypeBuilder<Opening> opening)
    {
        opening.ToTable("conversation_openings");
        opening.Property(o => o.Grounds).HasMaxLength(Reason.Longest);
        opening.Property(o => o.RefusedBecause).HasMaxLength(Reason.Longest);
        opening.HasIndex(o => o.CommentId);
    }
}
