using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Levels;
using EngagementHub.ServiceLevels.Signing;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels;

/// <summary>Service levels as numbers over time, one for each month that is over: what was signed where it is, else what is known now.</summary>
internal sealed class LevelReadings(HubDb db, Published published) : IReadings
{
    public bool Knows(string kind) => kind == ServiceLevelSubjects.Level;

    public async Task<IReadOnlyList<ReadingSource>> SourcesAsync(CancellationToken cancellation = default)
    {
        var services = await db.Services.AsNoTracking().OrderBy(service => service.Place).ThenBy(service => service.Name).ToListAsync(cancellation);
        var levels = (await db.ServiceLevels.AsNoTracking().OrderBy(level => level.Place).ThenBy(level => level.Name).ToListAsync(cancellation)).ToLookup(level => level.ServiceId);
        return [.. services.SelectMany(service => levels[service.Id].Select(level => new ReadingSource(
            new(ServiceLevelSubjects.Level, level.Id), $"{service.Slug}/{level.Slug}", $"{service.Name}: {level.Name}", UnitOf(level.Measure), $"/service-levels/{service.Slug}")))];
    }

    public async Task<IReadOnlyList<MeasuredReading>> ReadAsync(SubjectRef source, DateOnly from, DateOnly to, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var level = db.ServiceLevels.Where(known => known.Id == source.Id).Select(known => known.ServiceId);
        var service = await db.Services.AsNoTracking().FirstOrDefaultAsync(known => level.Contains(known.Id), cancellation);
        var report = service is null ? null : (await published.OfAsync(service, cancellation)).FirstOrDefault(known => known.Level.Id == source.Id);
        return report is null ? [] : [.. report.Months.Where(month => SaysSomething(month) && LastDay(month) >= from && LastDay(month) <= to).Select(month => Read(month, report))];
    }

    private static string UnitOf(Measure measure) => measure switch
    {
        Measure.AverageWorkingDays or Measure.MedianWorkingDays => "working days",
        Measure.BacklogOlderThan => "open cases",
        _ => "%",
    };

    private static DateOnly LastDay(MonthFigure month) => month.Month.AddMonths(1).AddDays(-1);

    private static bool SaysSomething(MonthFigure month) => month.Value is not null && (month.Measure == Measure.BacklogOlderThan || month.N >= Figure.Enough);

    private static MeasuredReading Read(MonthFigure month, LevelReport report) =>
        new(LastDay(month), month.Value!.Value, $"{month.InWords} in {Say.Month(month.Month)}", report.Url, IsFinal: month.Signed is not null);
}
