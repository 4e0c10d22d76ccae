using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Signing;
using EngagementHub.ServiceLevels.Sources;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Console;

internal sealed class IndexModel(HubDb db, Rights rights, Published published, MonthReader months, ImportReportShelf reports, ICurrentStaff current, TimeProvider clock) : PageModel
{
    private const int MostImports = 10;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<(LevelReport Report, MonthFigure Month)> ToSign { get; private set; } = [];

    public IReadOnlyList<(LevelReport Report, FrozenRules Step)> ToAgree { get; private set; } = [];

    public IReadOnlyList<(LevelReport Report, MonthFigure Month)> Drifted { get; private set; } = [];

    public IReadOnlyList<LevelReport> Stale { get; private set; } = [];

    public IReadOnlyList<TicketImport> Refused { get; private set; } = [];

    /// <summary>Values of the last day's files that no mapping explains.</summary>
    public IReadOnlyList<(TicketImport Import, string Column, string Value, int Rows)> Unmapped { get; private set; } = [];

    public bool IsQuiet => ToSign.Count + ToAgree.Count + Drifted.Count + Stale.Count + Refused.Count == 0;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var all = (await published.HeadlinesAsync(cancellation)).SelectMany(first => first.Beside.Prepend(first)).ToList();
        var kept = (await rights.KeptAsync(cancellation)).Select(service => service.Id).ToHashSet();
        var mine = all.Where(report => kept.Contains(report.Service.Id)).ToList();
        ToSign = [.. all.Where(report => report.Service.Owner == current.Id && !report.IsStale(Now)).SelectMany(Unsigned)];
        Drifted = [.. mine.SelectMany(report => report.Months.Where(month => month.Signed is not null && (month.Live is null || Drift.Differ(month, month.Live))).Select(month => (report, month)))];
        Stale = [.. mine.Where(report => report.IsStale(Now) || report.CannotBeWorkedOut)];
        Refused = await RefusedAsync(cancellation);
        Unmapped = [.. Refused.SelectMany(import => reports.Find(import.Id)?.Report.Unmapped.Select(value => (import, value.Column, value.Value, value.Rows)) ?? [])];
        if (await current.MayAsync(ServiceLevelsModule.CounterSign))
        {
            ToAgree = await ToAgreeAsync(all.Where(report => report.Service.Owner != current.Id), cancellation);
        }
    }

    private IEnumerable<(LevelReport, MonthFigure)> Unsigned(LevelReport report) =>
        report.Months.Where(month => month.Signed is null && month.Promised && month.N > 0 && month.Month.AddMonths(1) <= Now.DayIn(report.Zone)).Select(month => (report, month));

    private async Task<IReadOnlyList<(LevelReport, FrozenRules)>> ToAgreeAsync(IEnumerable<LevelReport> others, CancellationToken cancellation)
    {
        var signatures = await db.MethodSignatures.AsNoTracking().ToListAsync(cancellation);
        List<(LevelReport, FrozenRules)> open = [];
        foreach (var report in others)
        {
            var steps = await months.MethodsAsync(report.Level, cancellation);
            open.AddRange(steps.Where(step => !signatures.Exists(signature => signature.LevelId == report.Level.Id && signature.Covers(step))).Select(step => (report, step)));
        }

        return open;
    }

    // Of a source that was read again since without a refusal nothing is left to do.
    private async Task<IReadOnlyList<TicketImport>> RefusedAsync(CancellationToken cancellation)
    {
        var all = await rights.KeepsAllAsync();
        var latest = db.TicketImports.GroupBy(import => import.Mapping).Select(group => group.Max(import => import.Id));
        return await db.TicketImports.AsNoTracking().Where(import => import.Rejected > 0 && latest.Contains(import.Id) && (all || import.By == current.Id))
            .OrderByDescending(import => import.Id).Take(MostImports).ToListAsync(cancellation);
    }
}
