using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Core.Data;

/// <summary>A line of the audit trail. Written with the change it records, never edited, never removed; the database itself refuses both.</summary>
public sealed class AuditEntry
{
    private AuditEntry(StaffId? by, DateTimeOffset at, string what, SubjectRef on, string? why) =>
        (By, At, What, On, Why) = (by, at, what, on, why);

    /// <summary>Its number.</summary>
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

    /// <summary>Its place in the sealed chain; nothing until it is sealed, some seconds after it was written.</summary>
    public long? Place { get; private set; }

    /// <summary>The seal: the hash of the seal before and of what this line says.</summary>
    public string? Seal { get; private set; }

    /// <summary>What the seal holds of the reason: its hash with the salt, so that the words can be struck and the seal still holds.</summary>
    public string? WhyMark { get; private set; }

    /// <summary>Goes with the reason when that is struck: what was struck cannot be guessed from its hash then.</summary>
    public string? WhySalt { get; private set; }

    /// <summary>Words that were struck in the thing are struck in the reason too. That something was done, by whom and when, stays.</summary>
    /// <returns>Whether there was anything to strike.</returns>
    internal bool Strike(WordsStruck struck)
    {
        if (Why is null || struck.In(Why) is var left && left == Why)
        {
            return false;
        }

        (Why, WhySalt) = (left, null);
        return true;
    }

    internal static AuditEntry From(AuditLine line) => new(line.By, line.At, line.What, line.On, line.Why);
}

internal sealed class AuditEntryMap : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entity)
    {
        entity.ToTable("core_audit");
        entity.Property(e => e.What).HasMaxLength(100);
        entity.Property(e => e.Seal).HasMaxLength(64);
        entity.Property(e => e.WhyMark).HasMaxLength(64);
        entity.Property(e => e.WhySalt).HasMaxLength(32);
        entity.HasIndex(e => e.On);
        entity.HasIndex(e => e.At);
        entity.HasIndex(e => e.By);
        entity.HasIndex(e => e.Place).IsUnique();
        entity.HasIndex(e => e.Id).HasDatabaseName("IX_core_audit_unsealed").HasFilter("\"Place\" IS NULL");
    }
}
