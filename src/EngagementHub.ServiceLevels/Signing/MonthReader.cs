using EngagementHub.ServiceLevels.Calendars;
using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Levels;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Signing;

/// <summary>Brings together what belongs to a month of a service level, as the report shows it.</summary>
internal sealed class MonthReader(HubDb db, CalendarShelf calendars, MonthRows rows, SourceFreshness freshness)
{
    public async Task<MonthInHand> ReadAsync(LevelReport report, DateOnly month, CancellationToken cancellation) =>
        await GlanceAsync(report, month, cancellation) with { Rows = await RowsAsync(report, month, cancellation) };

    /// <summary>Without the rows: enough to show the month, not to sign it.</summary>
    public async Task<MonthInHand> GlanceAsync(LevelReport report, DateOnly month, CancellationToken cancellation)
    {
        var (_, calendar) = await calendars.GetAsync(db, report.Level.CalendarId, cancellation);
        return new MonthInHand(report, month, await RulesAsync(report.Level, month, cancellation))
        {
            Figure = report.Months.FirstOrDefault(figure => figure.Month == month) is var known && known is { Signed: not null } ? known.Live : known,
            LastEvent = await db.Set<Tickets.TicketEvent>().MaxAsync(happened => (long?)happened.Id, cancellation) ?? 0,
            LastWorkingDay = LastWorkingDay(calendar, month),
            StillRunning = report.Level.Basis == Basis.Received && report.HasTickets && report.AsOf is { } asOf ? await rows.YetToCountAsync(report.Level, month, asOf, cancellation) : 0,
        };
    }

    /// <summary>What a month stands on; another state may mean other rows.</summary>
    public async Task<ReportState> StateAsync(LevelReport report, CancellationToken cancellation) =>
        new($"{await freshness.RevisionAsync(cancellation)} {report.AsOf?.UtcTicks}", (await Kept.Rules.OfAsync(db, calendars, report.Level, cancellation)).Mark);

    public async Task<FrozenRules> RulesAsync(ServiceLevel level, DateOnly month, CancellationToken cancellation)
    {
        var lastDay = month.AddMonths(1).AddDays(-1);
        return (await RulesAsync(level, [level.StepOn(lastDay)], cancellation))[0] with { Promised = level.HasPromised(lastDay) };
    }

    /// <summary>The rules of every step, by its first day.</summary>
    public Task<IReadOnlyList<FrozenRules>> MethodsAsync(ServiceLevel level, CancellationToken cancellation) => RulesAsync(level, level.Steps, cancellation);

    private async Task<IReadOnlyList<FrozenRules>> RulesAsync(ServiceLevel level, IReadOnlyList<Step> steps, CancellationToken cancellation)
    {
        var calendar = await db.Calendars.AsNoTracking().SingleAsync(stored => stored.Id == level.CalendarId, cancellation);
        var cutOffs = await db.CutOffCalendars.AsNoTracking().FirstOrDefaultAsync(stored => stored.Id == level.CutOffCalendarId, cancellation);
        var text = await calendars.TextAsync(db, calendar, cancellation);
        return [.. steps.Select(step => RulesOf(level, step, calendar, text) with { CutOffs = cutOffs is null ? "" : $"{cutOffs.Slug}, version {cutOffs.Changes}" })];
    }

    private static FrozenRules RulesOf(ServiceLevel level, Step step, StoredCalendar calendar, CalendarText text) => new()
    {
        Measure = level.Measure,
        Basis = level.Basis,
        Stops = level.Stops,
        From = step.From,
        Target = step.Target,
        Within = step.Within,
        Promised = true,
        CutOff = level.CutOff,
        Category = level.Category,
        Calendar = calendar.Slug,
        CalendarVersion = calendar.Changes,
        Holidays = HolidayList.Mark(text),
        Zone = calendar.Zone,
    };

    private async Task<IReadOnlyList<FrozenRow>> RowsAsync(LevelReport report, DateOnly month, CancellationToken cancellation) =>
        report.AsOf is not { } asOf || !report.HasTickets || report.CannotBeWorkedOut ? []
        : [.. (await rows.OfAsync(report.Level, month, asOf, cancellation)).Select(row => new FrozenRow(row.Source, row.Ticket, row.Outcome)
        {
            Received = row.Received, Due = row.Due, Completed = row.Completed, WorkingDays = row.WorkingDays,
        })];

    private static DateOnly LastWorkingDay(WorkingCalendar calendar, DateOnly month)
    {
        var day = month.AddMonths(1).AddDays(-1);
        while (day > month && !calendar.IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }
}
