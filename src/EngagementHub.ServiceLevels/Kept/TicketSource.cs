using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.ServiceLevels.Kept;

/// <summary>A system that tickets come from, and when it was last heard of.</summary>
internal sealed class TicketSource
{
    private TicketSource(string source) => Source = source;

    public string Source { get; private set; }

    /// <summary>Raised by every call that changed something: figures kept from before are worked out again.</summary>
    public long Revision { get; private set; }

    /// <summary>UTC ticks of the latest event told.</summary>
    public long LastEvent { get; private set; }

    /// <summary>UTC ticks of the last time it was heard of, with or without news; 0 for files.</summary>
    public long LastHeard { get; private set; }

    /// <summary>Whether more is expected. A finished record does not go stale.</summary>
    public bool Live { get; private set; }

    /// <summary>After how many seconds silence is stale; 0 leaves that to the level.</summary>
    public long Patience { get; private set; }

    public static TicketSource Of(string source) => new(source);

    public void Hear(DateTimeOffset at, bool live, TimeSpan patience) =>
        (LastHeard, Live, Patience, Revision) = (Math.Max(LastHeard, at.UtcTicks), live, (long)patience.TotalSeconds, Revision + 1);

    public void Expect(bool more) => (Revision, Live) = (Revision + (Live == more ? 0 : 1), more);
}

internal sealed class TicketSourceMap : IEntityTypeConfiguration<TicketSource>
{
    public void Configure(EntityTypeBuilder<TicketSource> source)
    {
        source.ToTable("servicelevels_sources_heard");
        source.HasKey(s => s.Source);
        source.Property(s => s.Source).HasMaxLength(80);
    }
}

/// <summary>That a source has told of a service's tickets.</summary>
internal sealed class SourceOfService
{
    public Guid ServiceId { get; private set; }

    public string Source { get; private set; } = "";
}

internal sealed class SourceOfServiceMap : IEntityTypeConfiguration<SourceOfService>
{
    public void Configure(EntityTypeBuilder<SourceOfService> source)
    {
        source.ToTable("servicelevels_service_sources");
        source.HasKey(s => new { s.ServiceId, s.Source });
        source.Property(s => s.Source).HasMaxLength(80);
    }
}

/// <summary>How much a source told of a day (UTC, as a day number), what it took back and put right included: it grows whenever figures as of that day may come out otherwise. Day 0 stands for news that touch all days.</summary>
internal sealed class SourceDay
{
    public string Source { get; private set; } = "";

    public int Day { get; private set; }

    public long Events { get; private set; }
}

internal sealed class SourceDayMap : IEntityTypeConfiguration<SourceDay>
{
    public void Configure(EntityTypeBuilder<SourceDay> day)
    {
        day.ToTable("servicelevels_source_days");
        day.HasKey(d => new { d.Source, d.Day });
        day.Property(d => d.Source).HasMaxLength(80);
    }
}
