using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Signing;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels;

/// <summary>Service levels as evidence for promises made elsewhere: the figure readers saw at the end of a day.</summary>
internal sealed class FiguresPort(HubDb db, Published published) : IFigures
{
    public async Task<IReadOnlyList<FigureChoice>> ChoicesAsync(CancellationToken cancellation = default)
    {
        var services = await db.Services.AsNoTracking().OrderBy(service => service.Place).ThenBy(service => service.Name).ToListAsync(cancellation);
        var levels = (await db.ServiceLevels.AsNoTracking().OrderBy(level => level.Place).ThenBy(level => level.Name).ToListAsync(cancellation)).ToLookup(level => level.ServiceId);
        return [.. services.SelectMany(service => levels[service.Id].Select(level => new FigureChoice(
            new(ServiceLevelSubjects.Level, level.Id), $"{service.Slug}/{level.Slug}", $"{service.Name}: {level.Name}", level.Steps[^1].Promise(level.Measure), $"/service-levels/{service.Slug}")))];
    }

    public async Task<FigureReading?> ReadAsync(SubjectRef level, DateOnly since, DateOnly day, DateTimeOffset now, CancellationToken cancellation = default)
    {
        if (await FindAsync(level, cancellation) is not { } report)
        {
            return null;
        }

        var end = day.AddDays(1).StartIn(report.Zone).AddSeconds(-1);
        return report.AsOf is not { } last ? Without(FigureVerdict.NoFigures, report.StatusAt(now).Word, report)
            : last >= end || !report.IsLive ? Judge(await published.AsOfAsync(report, (end, now), cancellation), since, day)
            : report.IsStale(now) ? Without(FigureVerdict.Stale, report.StatusAt(now).Word, report)
            : Without(FigureVerdict.Awaited, $"The figures end on {Say.Day(last.DayIn(report.Zone))}", report);
    }

    private async Task<LevelReport?> FindAsync(SubjectRef level, CancellationToken cancellation)
    {
        var service = db.ServiceLevels.Where(known => known.Id == level.Id).Select(known => known.ServiceId);
        return await db.Services.AsNoTracking().FirstOrDefaultAsync(known => service.Contains(known.Id), cancellation) is { } found
            ? (await published.OfAsync(found, cancellation)).FirstOrDefault(report => report.Level.Id == level.Id)
            : null;
    }

    // The month of the day, or the one before while that has too few: never one that was over before the promise was made.
    private static FigureReading Judge(LevelReport report, DateOnly since, DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        var months = report.Months.Where(month => month.N > 0 && month.Month <= first && month.Month >= first.AddMonths(-1) && month.Month.AddMonths(1) > since).ToList();
        var judged = months.FindLast(month => month.Verdict is Verdict.Met or Verdict.Missed) ?? months.LastOrDefault();
        return judged is null ? Without(FigureVerdict.NoFigures, $"No figures for {Say.Month(first)}", report)
            : new FigureReading(Said(judged.Verdict), $"{judged.InWords} in {Say.Month(judged.Month)}, {judged.Step.Promise(judged.Measure)} promised", report.Url, IsFinal: judged.Signed is not null);
    }

    private static FigureVerdict Said(Verdict verdict) => verdict switch
    {
        Verdict.Met => FigureVerdict.Met,
        Verdict.Missed => FigureVerdict.Missed,
        Verdict.TooFewToSay => FigureVerdict.TooFewToSay,
        _ => FigureVerdict.NoFigures,
    };

    private static FigureReading Without(FigureVerdict verdict, string words, LevelReport report) => new(verdict, words, report.Url, IsFinal: false);
}
