using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Records.Retention;

/// <summary>That old records of a kind were removed: how many, on which day.</summary>
internal sealed class RetentionRun : Entity
{
    private RetentionRun(string kind, int removed, DateTimeOffset at) => (Kind, Removed, At) = (kind, removed, at);

    public string Kind { get; private set; }

    public int Removed { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static RetentionRun Of(RetainedRecord record, int removed, DateTimeOffset at)
    {
        var run = new RetentionRun(record.Name, removed, at);
        run.Raise(new RetentionApplied(run.Id, record.Title, removed, at));
        return run;
    }
}

/// <summary>The hub removed what was old enough.</summary>
internal sealed record RetentionApplied(Guid Run, string Title, int Removed, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(null, At, "records.retention.applied", new SubjectRef("records.retention-run", Run), $"{Title}: {Removed} removed");
}

internal sealed class RetentionRunMap : IEntityTypeConfiguration<RetentionRun>
{
    public void Configure(EntityTypeBuilder<RetentionRun> run)
    {
        run.ToTable("records_retention_runs");
        run.Property(r => r.Kind).HasMaxLength(60);
        run.HasIndex(r => r.At);
    }
}
