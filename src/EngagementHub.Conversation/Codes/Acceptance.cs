using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Conversation.Codes;

/// <summary>A person has accepted a version of the code of conduct.</summary>
/// <remarks>Knows the day only and leaves no audit line: an exact time, or a place in a sequence, would point at the anonymous comment written next.</remarks>
internal sealed class Acceptance : Entity
{
    private Acceptance(StaffId who, Guid codeVersionId, DateOnly on) => (Who, CodeVersionId, On) = (who, codeVersionId, on);

    public StaffId Who { get; private set; }

    public Guid CodeVersionId { get; private set; }

    public DateOnly On { get; private set; }

    public static Acceptance Of(CodeVersion version, StaffId who, DateOnly on) => new(who, version.Id, on);
}

internal sealed class AcceptanceMap : IEntityTypeConfiguration<Acceptance>
{
    public void Configure(EntityTypeBuilder<Acceptance> acceptance)
    {
        acceptance.ToTable("conversation_acceptances");
        acceptance.HasIndex(a => new { a.Who, a.CodeVersionId }).IsUnique();
    }
}
