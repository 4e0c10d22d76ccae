using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Core.Jobs;

/// <summary>When a job ran last, how that ended, and which node holds it. Times are the machine's UTC instants, whatever day the hub shows.</summary>
public sealed class JobRun
{
    private JobRun(string name) => Name = name;

    /// <summary>The job.</summary>
    public string Name { get; private set; }

    /// <summary>Before this instant no other node runs it; after it, one that died is taken over from.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    /// <summary>When the last run began.</summary>
    public DateTimeOffset? BegunAt { get; private set; }

    /// <summary>When the last run ended, well or not.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What went wrong in the last run; nothing when it went well.</summary>
    public string? Error { get; private set; }

    internal static JobRun Of(string name) => new(name);

    // As the lease asks the database: what lies further ahead than any lease was written by a clock that has been put back since.
    internal bool IsFree(TimeSpan every, DateTimeOffset now, DateTimeOffset impossible) => HeldUntil is { } until
        ? until < now || until > impossible
        : BegunAt is not { } begun || begun <= now - every || begun > impossible;
}

internal sealed class JobRunMap : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> run)
    {
        run.ToTable("core_jobs");
        run.HasKey(r => r.Name);
        run.Property(r => r.Name).HasMaxLength(100);
        run.Property(r => r.Error).HasMaxLength(1000);
    }
}
