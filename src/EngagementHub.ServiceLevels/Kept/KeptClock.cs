using EngagementHub.ServiceLevels.Clocks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.ServiceLevels.Kept;

/// <summary>A ticket's clock under one level, kept with each event. Written in bulk; to be read and never changed here.</summary>
internal sealed class KeptClock
{
    public long TicketId { get; private set; }

    public Guid LevelId { get; private set; }

    public long Received { get; private set; }

    public long Due { get; private set; }

    public long CountsFrom { get; private set; }

    public long? Completed { get; private set; }

    public long? Responded { get; private set; }

    public ClockState State { get; private set; }

    public int Day { get; private set; }

    public int WorkingDays { get; private set; }

    public int Length { get; private set; }

    public long Worked { get; private set; }

    public long Paused { get; private set; }

    public int Reopenings { get; private set; }

    public int AgesFrom { get; private set; }

    public ClockRow ToRow() => new(Received, Due, State)
    {
        CountsFrom = CountsFrom,
        Completed = Completed,
        Responded = Responded,
        Day = Day,
        WorkingDays = WorkingDays,
        Length = Length,
        Worked = Worked,
        Paused = Paused,
        Reopenings = Reopenings,
        AgesFrom = AgesFrom,
    };
}

internal sealed class KeptClockMap : IEntityTypeConfiguration<KeptClock>
{
    public void Configure(EntityTypeBuilder<KeptClock> clock)
    {
        clock.ToTable("servicelevels_clocks");
        clock.HasKey(c => new { c.TicketId, c.LevelId });
        clock.Property(c => c.State).HasConversion<short>();
        clock.HasIndex(c => new { c.LevelId, c.CountsFrom });
        clock.HasIndex(c => new { c.LevelId, c.Day });
        clock.HasIndex(c => new { c.LevelId, c.Received }).HasFilter("\"State\" < 2").HasDatabaseName("IX_servicelevels_clocks_open");
    }
}

/// <summary>One kept sum of a level.</summary>
internal sealed class KeptTally
{
    public Guid LevelId { get; private set; }

    public TallyKind Kind { get; private set; }

    public int Start { get; private set; }

    public Outcome Outcome { get; private set; }

    public int Length { get; private set; }

    public long Count { get; private set; }

    public long Worked { get; private set; }

    public long Paused { get; private set; }

    public long Reopened { get; private set; }
}

internal sealed class KeptTallyMap : IEntityTypeConfiguration<KeptTally>
{
    public void Configure(EntityTypeBuilder<KeptTally> tally)
    {
        tally.ToTable("servicelevels_tallies");
        tally.HasKey(t => new { t.LevelId, t.Kind, t.Start, t.Outcome, t.Length });
        tally.Property(t => t.Kind).HasConversion<short>();
        tally.Property(t => t.Outcome).HasConversion<short>();
    }
}

/// <summary>By which rules a level's clocks and sums are kept. Without a row, or with other rules than those in force, they are to be counted anew.</summary>
internal sealed class KeptLevel
{
    public Guid LevelId { get; private set; }

    public string Rules { get; private set; } = "";
}

internal sealed class KeptLevelMap : IEntityTypeConfiguration<KeptLevel>
{
    public void Configure(EntityTypeBuilder<KeptLevel> level)
    {
        level.ToTable("servicelevels_kept");
        level.HasKey(l => l.LevelId);
        level.Property(l => l.LevelId).ValueGeneratedNever();
        level.Property(l => l.Rules).HasMaxLength(80);
    }
}

/// <summary>What a clock said before and after something that changed it in a way time alone does not: a late or corrected event, a reopening, a move, another calendar or promise.</summary>
internal sealed class ClockChange
{
    public long Id { get; private set; }

    public long TicketId { get; private set; }

    public Guid LevelId { get; private set; }

    /// <summary>When it was noticed, in UTC ticks.</summary>
    public long At { get; private set; }

    public string Cause { get; private set; } = "";

    /// <summary>The key of the event because of which it changed; empty for rules.</summary>
    public string EventKey { get; private set; } = "";

    public ClockState? StateBefore { get; private set; }

    public long? DueBefore { get; private set; }

    public long? CompletedBefore { get; private set; }

    public ClockState? StateAfter { get; private set; }

    public long? DueAfter { get; private set; }

    public long? CompletedAfter { get; private set; }
}

/// <summary>Why a clock changed.</summary>
internal static class Causes
{
    public const string LateEvent = "late event";
    public const string Correction = "corrected event";
    public const string Retraction = "retracted event";
    public const string Reopened = "reopened";
    public const string Moved = "moved to another service or category";
    public const string Rules = "calendar or promise changed";
}

internal sealed class ClockChangeMap : IEntityTypeConfiguration<ClockChange>
{
    public void Configure(EntityTypeBuilder<ClockChange> change)
    {
        change.ToTable("servicelevels_clock_changes");
        change.Property(c => c.Cause).HasMaxLength(80);
        change.Property(c => c.EventKey).HasMaxLength(200);
        change.Property(c => c.StateBefore).HasConversion<short?>();
        change.Property(c => c.StateAfter).HasConversion<short?>();
        change.HasIndex(c => new { c.LevelId, c.At });
        change.HasIndex(c => c.TicketId);
    }
}
