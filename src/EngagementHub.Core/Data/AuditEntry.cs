using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Core.Data;

/// <summary>A line of the audit trail. Written with the change it records, never edited, never removed.</summary>
public sealed class AuditEntry
{
    private AuditEntry(StaffId? by, DateTimeOffset at, string what, SubjectRef on, string? why) =>
        (By, At, What, On, Why) = (by, at, what, on, why);

    /// <summary>Its place in the trail.</summary>
    public long Id { get; private set; }

    /// <summary>Who acted; nothing for the system and for anonymous acts.</summary>
    public StaffId? By { get; private set; }

    /// <summary>UTC instant.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Module, noun and verb, as in <c>blogging.post.published</c>.</summary>
    public string What { get; private set; }

    /// <summary>The thing acted upon.</summary>
    public SubjectRef On { get; private set; }

    /// <summary>The reason given.</summary>
    public string? Why { get; private set; }

    /// <summary>Words that were struck in the thing are struck in the reason too. That something was done, by whom and when, stays.</summary>
    internal void Strike(WordsStruck struck) => Why = Why is null ? null : struck.In(Why);

    internal static AuditEntry From(AuditLine line) => new(line.By, line.At, line.What, line.On, line.Why);
}

internal sealed class AuditEntryMap : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entity)
    {
        entity.ToTable("core_audit");
        entity.Property(e => e.What).HasMaxLength(100);
        entity.HasIndex(e => e.On);
        entity.HasIndex(e => e.At);
    }
}
