using EngagementHub.ServiceLevels.Calendars;
using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Kept;
using EngagementHub.ServiceLevels.Levels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EngagementHub.ServiceLevels.Figures;

/// <summary>The reports of service levels, worked out when something changed and kept until something changes again: one figure on every page.</summary>
internal sealed partial class Scoreboard(HubDb db, CalendarShelf calendars, ReportShelf shelf, Recount recount, SourceFreshness freshness, ILogger<Scoreboard> log)
{
    /// <summary>The first level of every service with the others beside it, in the catalogue's order; services without a level are missing.</summary>
    public async Task<IReadOnlyList<LevelReport>> HeadlinesAsync(CancellationToken cancellation)
    {
        var services = await db.Services.AsNoTracking().OrderBy(service => service.Place).ThenBy(service => service.Name).ToListAsync(cancellation);
        var levels = (await db.ServiceLevels.AsNoTracking().OrderBy(level => level.Place).ToListAsync(cancellation)).ToLookup(level => level.ServiceId);
        var latest = await freshness.RevisionAsync(cancellation);
        List<LevelReport> reports = [];
        foreach (var service in services.Where(service => levels[service.Id].Any()))
        {
            List<LevelReport> all = [];
            foreach (var level in levels[service.Id])
            {
                all.Add(await ReportAsync(service, level, latest, null, cancellation));
            }

            reports.Add(all[0] with { Beside = all[1..] });
        }

        return reports;
    }

    public async Task<IReadOnlyList<LevelReport>> OfAsync(Service service, CancellationToken cancellation)
    {
        var levels = await db.ServiceLevels.AsNoTracking().Where(level => level.ServiceId == service.Id).OrderBy(level => level.Place).ThenBy(level => level.Name).ToListAsync(cancellation);
        var latest = await freshness.RevisionAsync(cancellation);
        List<LevelReport> reports = [];
        foreach (var level in levels)
        {
            reports.Add(await ReportAsync(service, level, latest, null, cancellation));
        }

        return reports;
    }

    /// <summary>The report as it would have been at an instant, from what had happened by then.</summary>
    public async Task<LevelReport> AsOfAsync(LevelReport report, DateTimeOffset instant, CancellationToken cancellation) =>
        report.AsOf is { } last && (instant < last || !report.HasTickets)
            ? await ReportAsync(report.Service, report.Level, await freshness.RevisionAsync(instant, cancellation), instant, cancellation)
            : report;

    private async Task<LevelReport> ReportAsync(Service service, ServiceLevel level, string latest, DateTimeOffset? instant, CancellationToken cancellation)
    {
        var rules = await Rules.OfAsync(db, calendars, level, cancellation);
        var state = new ReportState(latest, rules.Mark);
        if (shelf.Find(level.Id, instant, state) is { } kept)
        {
            return kept with { Service = service, Level = level };
        }

        // Counting a past day anew takes every core: one at a time, and whoever waited finds it counted.
        using var turn = instant is null ? null : await shelf.TakeTurnAsync(cancellation);
        if (turn is not null && shelf.Find(level.Id, instant, state) is { } meanwhile)
        {
            return meanwhile with { Service = service, Level = level };
        }

        var report = await TryWriteAsync(service, rules, instant, cancellation);
        shelf.Keep(level.Id, instant, state, report);
        return report;
    }

    // A ticket may lie where its calendar never opens. That is one level's trouble: the report that says so is kept like any other and logged once.
    private async Task<LevelReport> TryWriteAsync(Service service, Rules rules, DateTimeOffset? instant, CancellationToken cancellation)
    {
        try
        {
            return await WriteAsync(service, rules, instant, cancellation);
        }
        catch (NoWorkingTimeException reason)
        {
            LogNotWorkedOut(log, reason, service.Slug, rules.Level.Slug);
            return new LevelReport(service, rules.Level, rules.Calendar.Zone.Id) { CannotBeWorkedOut = true };
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The figures of {Service}/{Level} cannot be worked out: a ticket lies where its calendar has no working time")]
    private static partial void LogNotWorkedOut(ILogger log, Exception reason, string service, string level);

    private async Task<LevelReport> WriteAsync(Service service, Rules rules, DateTimeOffset? instant, CancellationToken cancellation)
    {
        var writer = new ReportWriter(service, rules.Level, rules.Calendar);
        if (!rules.Level.HasTickets)
        {
            return writer.Write(instant) with { IsPast = instant is not null };
        }

        // A service is as fresh as its source: on a quiet day nothing happens to its own tickets.
        var fresh = await freshness.OfServiceAsync(service.Id, cancellation);
        if (fresh.LastGood is not { } last)
        {
            return new LevelReport(service, rules.Level, rules.Calendar.Zone.Id) { AsOf = null };
        }

        var (asOf, isPast) = instant < last ? (instant.Value, true) : (last, false);
        var isKept = !isPast && await db.KeptLevels.AnyAsync(kept => kept.LevelId == rules.Level.Id && kept.Rules == rules.Mark, cancellation);
        var sheet = isKept ? await new KeptSheet(await Bulk.OfAsync(db, cancellation), rules).ReadAsync(asOf, cancellation) : await recount.SheetAsync(rules, asOf, cancellation);
        return writer.Write(sheet, asOf) with { IsLive = fresh.IsLive, IsPast = isPast, SourcePatience = fresh.Patience, Calendar = rules.Calendar, DaysHeard = await freshness.DaysAsync(service.Id, asOf, cancellation) };
    }
}
