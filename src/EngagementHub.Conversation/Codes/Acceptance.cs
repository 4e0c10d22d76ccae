using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Conversation.Codes;

/// <summary>A person has accepted a version of the code of conduct.</summary>
/// <remarks>Knows no day and leaves no audit line: a time, or a place in a sequence, would point at the anonymous comment written next.</remarks>
[Unseen]
internal sealed class Acceptance : Entity
{
    private Acceptance(StaffId who, Guid codeVersionId) => (Who, CodeVersionId) = (who, codeVersionId);

    public StaffId Who { get; private set; }

    public Guid CodeVersionId { get; private set; }

    public static Acceptance Of(CodeVersion version, StaffId who) => new(who, version.Id);
}

internal sealed class AcceptanceMap : IEntityTypeConfiguration<Acceptance>
{
    public void Configure(EntityTypeBuilder<Acceptance> acceptance)
    {
        acceptance.ToTable("conversation_acceptances");
        acceptance.HasIndex(a => new { a.Who, a.CodeVersionId }).IsUnique();
    }
}
