using EngagementHub.ServiceLevels.Kept;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Intake;

/// <summary>How fresh the data of some sources are: the last good data, whether more is expected, and after how long silence is stale where a source says so.</summary>
internal sealed record Freshness(DateTimeOffset? LastGood, bool IsLive, TimeSpan? Patience)
{
    public static Freshness Unknown { get; } = new(null, false, null);
}

/// <summary>Answers how fresh sources are. Pollers tell it when they heard of theirs, with or without news.</summary>
internal sealed class SourceFreshness(HubDb db)
{
    public async Task<Freshness> OfAsync(IReadOnlyCollection<string> sources, CancellationToken cancellation) =>
        Of(await db.TicketSources.AsNoTracking().Where(known => sources.Contains(known.Source)).ToListAsync(cancellation));

    public async Task<Freshness> OfServiceAsync(Guid service, CancellationToken cancellation)
    {
        var sources = db.SourcesOfServices.Where(known => known.ServiceId == service).Select(known => known.Source);
        return Of(await db.TicketSources.AsNoTracking().Where(known => sources.Contains(known.Source)).ToListAsync(cancellation));
    }

    /// <summary>The days of the two months up to an instant of which a service's sources told something, as day numbers.</summary>
    public async Task<IReadOnlySet<int>> DaysAsync(Guid service, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var from = DateOnly.FromDateTime(asOf.UtcDateTime).AddDays(-62).DayNumber;
        var sources = db.SourcesOfServices.Where(known => known.ServiceId == service).Select(known => known.Source);
        return (await db.SourceDays.Where(day => day.Day >= from && sources.Contains(day.Source)).Select(day => day.Day).Distinct().ToListAsync(cancellation)).ToHashSet();
    }

    /// <summary>Changes whenever any source told anything.</summary>
    public async Task<string> RevisionAsync(CancellationToken cancellation) => $"{await db.TicketSources.SumAsync(known => known.Revision, cancellation)}";

    /// <summary>Changes whenever something was told that figures as of a past instant may stand on. News of later days leave it as it is.</summary>
    public async Task<string> RevisionAsync(DateTimeOffset past, CancellationToken cancellation)
    {
        var day = DateOnly.FromDateTime(past.UtcDateTime).DayNumber;
        return $"to {day}: {await db.SourceDays.Where(known => known.Day <= day).SumAsync(known => known.Events, cancellation)}";
    }

    /// <summary>Saved with the caller's unit of work.</summary>
    public async Task HeardAsync(string source, DateTimeOffset at, bool live, TimeSpan patience, CancellationToken cancellation) => (await FindAsync(source, cancellation)).Hear(at, live, patience);

    /// <summary>Whether more is expected of a source whose data come as files. Saved with the caller's unit of work.</summary>
    public async Task ExpectAsync(string source, bool more, CancellationToken cancellation) => (await FindAsync(source, cancellation)).Expect(more);

    private async Task<TicketSource> FindAsync(string source, CancellationToken cancellation) =>
        await db.TicketSources.FirstOrDefaultAsync(known => known.Source == source, cancellation) ?? db.TicketSources.Add(TicketSource.Of(source)).Entity;

    // As fresh as the freshest: on a quiet day nothing happens to some. As patient as the most patient.
    private static Freshness Of(List<TicketSource> sources) => sources.Count == 0 ? Freshness.Unknown
        : new Freshness(new DateTimeOffset(sources.Max(source => Math.Max(source.LastEvent, source.LastHeard)), TimeSpan.Zero), sources.Any(source => source.Live),
            sources.Any(source => source.Patience > 0) ? TimeSpan.FromSeconds(sources.Max(source => source.Patience)) : null);
}
