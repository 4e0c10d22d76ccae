using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Responses.Questions;

/// <summary>Who cleared which wording of an answer. Appended, never changed: a later wording has a clearance of its own, or none.</summary>
internal sealed class Clearance : Entity
{
    private Clearance(Guid answer, string wording, StaffId by, DateTimeOffset at) => (Answer, Wording, By, At) = (answer, wording, by, at);

    public Guid Answer { get; private set; }

    public string Wording { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static Clearance Of(Answer answer, StaffId by, DateTimeOffset at) => new(answer.Id, answer.Text, by, at);
}

internal sealed class ClearanceMap : IEntityTypeConfiguration<Clearance>
{
    public void Configure(EntityTypeBuilder<Clearance> clearance)
    {
        clearance.ToTable("responses_clearances");
        clearance.Property(c => c.Wording).HasMaxLength(Questions.Answer.LongestText);
        clearance.HasIndex(c => c.Answer);
    }
}
