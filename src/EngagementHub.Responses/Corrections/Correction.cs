using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Responses.Corrections;

/// <summary>A dated note beside what was published: what is wrong in it, and why it is right now. The text itself stays as readers had it.</summary>
internal sealed class Correction : Entity
{
    public const int LongestText = 1000;

    private Correction(SubjectRef on, string what, string because, StaffId by, DateTimeOffset at) => (On, What, Because, By, At) = (on, what, because, by, at);

    /// <summary>The digest or answer.</summary>
    public SubjectRef On { get; private set; }

    public string What { get; private set; }

    public string Because { get; private set; }

    public StaffId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static Correction Note(SubjectRef on, string? what, string? because, StaffId by, DateTimeOffset at)
    {
        var rules = new BrokenRules();
        var (says, why) = (rules.Keep(() => Stated.OrRefused(what, LongestText, "Enter what is corrected, in full sentences", "What")), rules.Keep(() => Stated.OrRefused(because, LongestText, "Enter why it is corrected", "Because")));
        rules.Refuse();
        var correction = new Correction(on, says, why, by, at);
        correction.Raise(new CorrectionNoted(on, correction.What, correction.Because, by, at));
        return correction;
    }
}

internal sealed record CorrectionNoted(SubjectRef On, string What, string Because, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.correction.noted", On, $"{What} (because: {Because})");
}

internal sealed class CorrectionMap : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> correction)
    {
        correction.ToTable("responses_corrections");
        correction.Property(c => c.What).HasMaxLength(Correction.LongestText);
        correction.Property(c => c.Because).HasMaxLength(Correction.LongestText);
        correction.HasIndex(c => c.On);
    }
}
