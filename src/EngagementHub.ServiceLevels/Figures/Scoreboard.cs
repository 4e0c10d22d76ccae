using EngagementHub.ServiceLevels.Calendars;
using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Levels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EngagementHub.ServiceLevels.Figures;

/// <summary>The reports of service levels, worked out when something changed and kept until something changes again: one figure on every page.</summary>
internal sealed partial class Scoreboard(HubDb db, CalendarShelf calendars, ReportShelf shelf, ILogger<Scoreboard> log)
{
    /// <summary>The first level of every service with the others beside it, in the catalogue's order; services without a level are missing.</summary>
    public async Task<IReadOnlyList<LevelReport>> HeadlinesAsync(CancellationToken cancellation)
    {
        var services = await db.Services.AsNoTracking().OrderBy(service => service.Place).ThenBy(service => service.Name).ToListAsync(cancellation);
        var levels = (await db.ServiceLevels.AsNoTracking().OrderBy(level => level.Place).ToListAsync(cancellation)).ToLookup(level => level.ServiceId);
        var latest = await LatestImportAsync(cancellation);
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
        var latest = await LatestImportAsync(cancellation);
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
            ? await ReportAsync(report.Service, report.Level, await LatestImportAsync(cancellation), instant, cancellation)
            : report;

    // A long file raises its counts while it is read, so the number of the latest import alone does not tell one state from the next.
    private async Task<string> LatestImportAsync(CancellationToken cancellation) =>
        $"{await db.TicketImports.MaxAsync(import => (long?)import.Id, cancellation)}:{await db.TicketImports.SumAsync(import => (long)import.Accepted, cancellation)}";

    private async Task<LevelReport> ReportAsync(Service service, ServiceLevel level, string latest, DateTimeOffset? instant, CancellationToken cancellation)
    {
        var (changes, calendar) = await calendars.GetAsync(db, level.CalendarId, cancellation);
        var state = new ReportState(latest, level.Changes, changes);
        if (shelf.Find(level.Id, instant, state) is { } kept)
        {
            return kept with { Service = service, Level = level };
        }

        var report = await TryWriteAsync(service, level, calendar, instant, cancellation);
        shelf.Keep(level.Id, instant, state, report);
        return report;
    }

    // A ticket may lie where its calendar never opens. That is one level's trouble: the report that says so is kept like any other and logged once.
    private async Task<LevelReport> TryWriteAsync(Service service, ServiceLevel level, WorkingCalendar calendar, DateTimeOffset? instant, CancellationToken cancellation)
    {
        try
        {
            return await WriteAsync(service, level, calendar, instant, cancellation);
        }
        catch (NoWorkingTimeException reason)
        {
            LogNotWorkedOut(log, reason, service.Slug, level.Slug);
            return new LevelReport(service, level, calendar.Zone.Id) { CannotBeWorkedOut = true };
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The figures of {Service}/{Level} cannot be worked out: a ticket lies where its calendar has no working time")]
    private static partial void LogNotWorkedOut(ILogger log, Exception reason, string service, string level);

    private async Task<LevelReport> WriteAsync(Service service, ServiceLevel level, WorkingCalendar calendar, DateTimeOffset? instant, CancellationToken cancellation)
    {
        var writer = new ReportWriter(service, level, calendar);
        if (level.Measure == Measure.ShareCorrect)
        {
            return writer.Write([], instant);
        }

        var tickets = await db.Tickets.AsNoTracking().Include(ticket => ticket.Events).Where(ticket => ticket.ServiceId == service.Id).OrderBy(ticket => ticket.Number).ToListAsync(cancellation);
        var sources = tickets.Select(ticket => ticket.Source).Distinct().ToList();
        // A service is as fresh as its source: on a quiet day nothing happens to its own tickets.
        var last = await db.Tickets.Where(ticket => sources.Contains(ticket.Source)).MaxAsync(ticket => (DateTimeOffset?)ticket.LastEventAt, cancellation);
        var live = await db.TicketImports.Where(import => sources.Contains(import.Source)).OrderByDescending(import => import.Id).Select(import => import.Live).FirstOrDefaultAsync(cancellation);
        return writer.Write(tickets, instant < last ? instant : last) with { IsLive = live };
    }
}
