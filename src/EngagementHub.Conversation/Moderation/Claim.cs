using EngagementHub.Conversation.Comments;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Conversation.Moderation;

/// <summary>A moderator is reading a comment, and for a while nobody else decides it. It ends with the decision, by hand, or by its time.</summary>
[Unseen]
internal sealed class Claim : Entity
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan HandedOnLasts = TimeSpan.FromHours(24);

    // Under the comment's own identifier: of two moderators who take it at once the database lets one.
    private Claim(Guid id, StaffId by, DateTimeOffset at)
        : base(id) => (By, At, Until) = (by, at, at + Lasts);

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset Until { get; private set; }

    /// <summary>Who handed it on, and with what words.</summary>
    public StaffId? From { get; private set; }

    public string? Note { get; private set; }

    public static Claim Of(Comment comment, Ruling ruling) => new(comment.Id, ruling.By, ruling.At);

    public bool IsInForce(DateTimeOffset at) => at < Until;

    /// <summary>Why its writer cannot change the comment now, or nothing. Does not say who reads it.</summary>
    public string? KeepsWriter(DateTimeOffset at, string zone) => IsInForce(at)
        ? $"A moderator is reading this comment until {Say.Moment(Until, zone)}, so it cannot be changed now"
        : null;

    public bool KeepsFrom(StaffId moderator, DateTimeOffset at) => IsInForce(at) && By != moderator;

    /// <summary>Takes the comment, also from a colleague who cannot go on: that is said on the page before.</summary>
    public static void Take(HubDb db, OpenCase opened, Ruling ruling)
    {
        if (opened.Claim is { } claim)
        {
            claim.Take(ruling);
        }
        else
        {
            db.Claims.Add(Of(opened.Comment, ruling));
        }
    }

    private void Take(Ruling ruling) => (By, At, Until, From, Note) = (ruling.By, ruling.At, ruling.At + Lasts, null, null);

    public void HandOn(StaffId to, Ruling ruling, string note) => (By, At, Until, From, Note) = (to, ruling.At, ruling.At + HandedOnLasts, ruling.By, note);

    public string Says(string name, string zone) => From is null
        ? $"Being read by {name} until {Say.Time(Until, zone)}"
        : $"Handed on to {name}: {Note}";
}

internal sealed class ClaimMap : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> claim)
    {
        claim.ToTable("conversation_claims");
        claim.Property(c => c.Note).HasMaxLength(Reason.Longest);
        claim.HasIndex(c => new { c.By, c.Until });
    }
}
