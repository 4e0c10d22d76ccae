using EngagementHub.Conversation.Comments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Conversation.Moderation;

internal enum ConsultationKind
{
    HandedOn,
    SecondOpinion,
}

/// <summary>A moderator turned to a colleague about a comment: handed it on, or asked what they think. Kept in the comment's history, which moderators see and nobody else.</summary>
[Unseen]
internal sealed class Consultation : Entity
{
    private Consultation(Guid commentId, ConsultationKind kind, StaffId by, DateTimeOffset at, StaffId of, string words) =>
        (CommentId, Kind, By, At, Of, Words) = (commentId, kind, by, at, of, words);

    public Guid CommentId { get; private set; }

    public ConsultationKind Kind { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The colleague.</summary>
    public StaffId Of { get; private set; }

    public string Words { get; private set; }

    public string? Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public bool WaitsForAnswer => Kind == ConsultationKind.SecondOpinion && AnsweredAt is null;

    public static Consultation On(Comment comment, ConsultationKind kind, StaffId? colleague, Ruling ruling, string? words)
    {
        var rules = new BrokenRules();
        var of = rules.Keep(() => colleague is { } chosen && chosen != ruling.By ? chosen : throw new BrokenRuleException(colleague is null ? "Choose a colleague" : "Choose a colleague, not yourself", "Colleague"));
        var note = rules.Keep(() => Note(words, "Words"));
        rules.Refuse();
        var consultation = new Consultation(comment.Id, kind, ruling.By, ruling.At, of, note);
        consultation.Raise(new ColleagueConsulted(consultation, comment));
        return consultation;
    }

    public void Give(string? opinion, Ruling ruling)
    {
        if (ruling.By != Of)
        {
            throw new BrokenRuleException("Somebody else was asked for this opinion");
        }

        if (!WaitsForAnswer)
        {
            throw new BrokenRuleException("You have given your opinion already");
        }

        (Answer, AnsweredAt) = (Note(opinion, "Opinion"), ruling.At);
        Raise(new OpinionGiven(this));
    }

    public void Strike(WordsStruck struck) => (Words, Answer) = (struck.In(Words), Answer is null ? null : struck.In(Answer));

    private static string Note(string? words, string field) =>
        Reason.Optional(words, field) ?? throw new BrokenRuleException("Write a sentence for your colleague", field);
}

/// <summary>A moderator turned to a colleague.</summary>
internal sealed record ColleagueConsulted(Consultation Consultation, Comment Comment) : IAudited
{
    public AuditLine ToAudit() => new(
        Consultation.By, Consultation.At, Consultation.Kind == ConsultationKind.HandedOn ? "conversation.comment.handed-on" : "conversation.comment.opinion-asked",
        new SubjectRef(Conversations.CommentKind, Consultation.CommentId), Consultation.Words);
}

/// <summary>The colleague has said what they think.</summary>
internal sealed record OpinionGiven(Consultation Consultation) : IAudited
{
    public AuditLine ToAudit() => new(
        Consultation.Of, Consultation.AnsweredAt!.Value, "conversation.comment.opinion-given", new SubjectRef(Conversations.CommentKind, Consultation.CommentId), Consultation.Answer);
}

/// <summary>What colleagues wait for.</summary>
internal static class AskedOpinions
{
    /// <summary>Opinions asked of the moderator and not given, about comments that are still there.</summary>
    public static IQueryable<Consultation> OpinionsAskedOf(this HubDb db, StaffId moderator)
    {
        var comments = db.Comments;
        return db.Consultations.Where(c => c.Of == moderator && c.Kind == ConsultationKind.SecondOpinion && c.AnsweredAt == null
            && comments.Any(k => k.Id == c.CommentId && k.Standing != CommentStanding.Withdrawn));
    }
}

internal sealed class ConsultationMap : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> consultation)
    {
        consultation.ToTable("conversation_consultations");
        consultation.Property(c => c.Words).HasMaxLength(Reason.Longest);
        consultation.Property(c => c.Answer).HasMaxLength(Reason.Longest);
        consultation.HasIndex(c => c.CommentId);
        consultation.HasIndex(c => new { c.Of, c.AnsweredAt });
    }
}
