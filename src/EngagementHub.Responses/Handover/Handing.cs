using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Responses.Handover;

/// <summary>What was decided about a question or promise when its host went: taken over, or declined and given back. Appended, never changed.</summary>
internal sealed class Handing : Entity
{
    private Handing(SubjectRef item, StaffId by, DateTimeOffset at) => (Item, By, At) = (item, by, at);

    public SubjectRef Item { get; private set; }

    public StaffId? From { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>To whom it went back when it was declined; nothing when it stayed where it was.</summary>
    public StaffId? ReturnedTo { get; private set; }

    /// <summary>Why it was declined; nothing when it was taken over.</summary>
    public string? Because { get; private set; }

    public static Handing Of(HandoverDecision decision, StaffId? returnedTo = null) => new(decision.Item, decision.By, decision.At) { From = decision.From, Because = decision.Because, ReturnedTo = returnedTo };
}

internal sealed class HandingMap : IEntityTypeConfiguration<Handing>
{
    public void Configure(EntityTypeBuilder<Handing> handing)
    {
        handing.ToTable("responses_handings");
        handing.Property(h => h.Because).HasMaxLength(Promises.Promise.LongestReason);
        handing.HasIndex(h => new { h.Item, h.At }).IsUnique();
    }
}
