using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Comments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Conversation.Moderation;

internal enum DecisionKind
{
    Approved,
    Declined,
    Held,
    Redacted,
    Undone,
}

/// <summary>How a comment stood.</summary>
internal readonly record struct Stood(CommentStanding Standing, int? DeclinedUnder, DateTimeOffset? DecidedAt);

/// <summary>What a moderator decided about a comment, when, why, and under which version of the code. Added, never edited.</summary>
internal sealed class Decision : Entity
{
    /// <summary>How long a decision can be taken back. Its writer is told only after that.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private Decision(Guid commentId, DecisionKind kind, StaffId by, DateTimeOffset at, Guid codeVersionId) =>
        (CommentId, Kind, By, At, CodeVersionId) = (commentId, kind, by, at, codeVersionId);

    public Guid CommentId { get; private set; }

    public DecisionKind Kind { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The version the comment was written under, whichever is in force by now.</summary>
    public Guid CodeVersionId { get; private set; }

    public int? Clause { get; private set; }

    public string Reason { get; private set; } = "";

    public string? Suggestion { get; private set; }

    /// <summary>The decision that this one takes back.</summary>
    public Guid? Undoes { get; private set; }

    /// <summary>How the comment stood before; nothing where it cannot be taken back, because words were destroyed.</summary>
    public Stood? Before => StoodAs is { } standing ? new Stood(standing, DeclinedBefore, DecidedBefore) : null;

    public CommentStanding? StoodAs { get; private set; }

    public int? DeclinedBefore { get; private set; }

    public DateTimeOffset? DecidedBefore { get; private set; }

    public static Decision Of(Comment comment, DecisionKind kind, Ruling ruling, Clause? clause, string reason, string? suggestion, Stood? before) =>
        new(comment.Id, kind, ruling.By, ruling.At, comment.CodeVersionId)
        {
            StoodAs = before?.Standing,
            DeclinedBefore = before?.DeclinedUnder,
            DecidedBefore = before?.DecidedAt,
            Clause = clause?.Number,
            Reason = reason,
            Suggestion = Moderation.Reason.Optional(suggestion, "Suggestion"),
        };

    public static Decision Undoing(Decision decision, Ruling ruling) =>
        new(decision.CommentId, DecisionKind.Undone, ruling.By, ruling.At, decision.CodeVersionId) { Undoes = decision.Id };

    public void MustBeUndoneBy(Ruling ruling)
    {
        if (By != ruling.By)
        {
            throw new BrokenRuleException("Only the moderator who decided can undo it. Decide the comment again instead");
        }

        if (ruling.At >= At + Fresh)
        {
            throw new BrokenRuleException("A decision can be undone for five minutes. Decide the comment again instead");
        }
    }

    /// <summary>Words struck in the comment are struck in what was said about it.</summary>
    public void Strike(WordsStruck struck) => (Reason, Suggestion) = (struck.In(Reason), Suggestion is null ? null : struck.In(Suggestion));
}

/// <summary>Who decides, and when.</summary>
/// <param name="By">The moderator.</param>
/// <param name="At">UTC instant.</param>
/// <param name="IsHistory">Told by a recipe: it happened long ago and is news to nobody.</param>
internal sealed record Ruling(StaffId By, DateTimeOffset At, bool IsHistory = false);

/// <summary>The words a moderator gives for an act.</summary>
internal static class Reason
{
    public const int Longest = 1000;

    public static string Required(string? given) => string.IsNullOrWhiteSpace(given)
        ? throw new BrokenRuleException("Say why, in words the writer will read", "Reason")
        : Fitting(given, "Reason");

    public static string? Optional(string? given, string field) => string.IsNullOrWhiteSpace(given) ? null : Fitting(given, field);

    private static string Fitting(string given, string field) => given.Trim() is { Length: <= Longest } fits
        ? fits
        : throw new BrokenRuleException($"Use {Longest} characters or fewer", field);
}

internal sealed class DecisionMap : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.ToTable("conversation_decisions");
        decision.Property(d => d.Reason).HasMaxLength(Moderation.Reason.Longest);
        decision.Property(d => d.Suggestion).HasMaxLength(Moderation.Reason.Longest);
        decision.Ignore(d => d.Before);
        decision.HasIndex(d => d.At);
    }
}
