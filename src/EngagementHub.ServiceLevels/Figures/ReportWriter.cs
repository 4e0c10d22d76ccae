using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Kept;
using EngagementHub.ServiceLevels.Levels;

namespace EngagementHub.ServiceLevels.Figures;

/// <summary>Writes a service level's report from its sums, or from the counts people recorded. Knows neither the time nor the database.</summary>
internal sealed class ReportWriter(Service service, ServiceLevel level, WorkingCalendar calendar)
{
    private const int RecentDays = 31;
    private const int RecentWeeks = 9;

    /// <summary>From which days on single days are asked for: the recent ones, and the broken months at the beginning of the rolling periods.</summary>
    public static IReadOnlyList<(DateOnly From, DateOnly To)> DaysAskedFor(DateOnly today) =>
        [(Monday(today).AddDays(-7 * RecentWeeks), today), BrokenMonth(today, 3), BrokenMonth(today, 12)];

    public LevelReport Write(DateTimeOffset? asOf) => WithCounts(new LevelReport(service, level, calendar.Zone.Id) { AsOf = asOf }, asOf);

    public LevelReport Write(Sheet sheet, DateTimeOffset asOf)
    {
        var today = calendar.LocalDay(asOf);
        var whole = Figure.Of(OfKind(sheet.Kept, TallyKind.Month), []);
        var notYetDue = (int)OfKind(sheet.NotYet, TallyKind.Month).Where(sum => sum.Key.Outcome == Outcome.Open).Sum(sum => sum.Value.Count);
        var blank = new LevelReport(service, level, calendar.Zone.Id)
        {
            AsOf = asOf,
            Whole = whole with { OpenAndLate = whole.OpenAndLate - notYetDue, NotYetDue = notYetDue },
            Backlog = Backlog.Of(sheet, calendar, today),
        };
        return level.Measure == Measure.BacklogOlderThan ? blank with { Months = [.. BacklogByMonth(sheet, asOf, blank.Backlog.Open)] } : WithPeriods(blank with { Months = [.. ByMonth(sheet)] }, sheet, today);
    }

    private static IEnumerable<KeyValuePair<TallyKey, Tally>> OfKind(Tallies tallies, TallyKind kind) => tallies.Sums.Where(sum => sum.Key.Kind == kind);

    private IEnumerable<KeyValuePair<TallyKey, Tally>> NotCounted(Sheet sheet, TallyKind kind) => level.Basis == Basis.Completed ? [] : OfKind(sheet.NotYet, kind);

    private IEnumerable<MonthFigure> ByMonth(Sheet sheet)
    {
        var notYet = NotCounted(sheet, TallyKind.Month).ToLookup(sum => sum.Key.Start);
        return OfKind(sheet.Kept, TallyKind.Month).Where(sum => sum.Key.Start > 0).GroupBy(sum => sum.Key.Start).OrderBy(month => month.Key)
            .Select(month => InMonth(DateOnly.FromDayNumber(month.Key), Figure.Of(month, notYet[month.Key]))).Where(month => month.Figure.N + month.Figure.Void > 0);
    }

    private LevelReport WithPeriods(LevelReport report, Sheet sheet, DateOnly today)
    {
        var days = OfKind(sheet.Kept, TallyKind.Day).ToLookup(sum => sum.Key.Start);
        var notYet = NotCounted(sheet, TallyKind.Day).ToLookup(sum => sum.Key.Start);
        var month = new DateOnly(today.Year, today.Month, 1);
        var known = Figure.Of(OfKind(sheet.Kept, TallyKind.Month).Where(sum => sum.Key.Start == month.DayNumber), []);
        var soFar = report.Months.FirstOrDefault(figure => figure.Month == month)?.Figure;
        return report with
        {
            Days = [.. Enumerable.Range(0, RecentDays).Select(i => today.AddDays(-i)).Select(day => Between(day, day)).Where(day => day.Figure.N > 0)],
            Weeks = [.. Enumerable.Range(0, RecentWeeks).Select(i => Monday(today).AddDays(-7 * i)).Select(monday => Between(monday, Min(monday.AddDays(6), today))).Where(week => week.Figure.N > 0)],
            LastThreeMonths = Rolling(3),
            LastTwelveMonths = Rolling(12),
            ThisMonth = new MonthSoFar(month, known.Met + known.Missed + known.OpenAndLate, (soFar?.Missed ?? 0) + (soFar?.OpenAndLate ?? 0)),
        };

        PeriodFigure Between(DateOnly from, DateOnly to) => Period(from, to, Figure.Of(DaysOf(days, from, to), DaysOf(notYet, from, to)));

        PeriodFigure Rolling(int months)
        {
            var (from, end) = BrokenMonth(today, months);
            var whole = OfKind(sheet.Kept, TallyKind.Month).Where(sum => sum.Key.Start > end.DayNumber);
            var wholeNotYet = NotCounted(sheet, TallyKind.Month).Where(sum => sum.Key.Start > end.DayNumber);
            return Period(from, today, Figure.Of(DaysOf(days, from, end).Concat(whole), DaysOf(notYet, from, end).Concat(wholeNotYet)));
        }
    }

    private static IEnumerable<KeyValuePair<TallyKey, Tally>> DaysOf(ILookup<int, KeyValuePair<TallyKey, Tally>> days, DateOnly from, DateOnly to) =>
        Enumerable.Range(from.DayNumber, to.DayNumber - from.DayNumber + 1).SelectMany(day => days[day]);

    private PeriodFigure Period(DateOnly from, DateOnly to, Figure figure) =>
        new(from, to, figure, level.Measure, level.StepOn(from) == level.StepOn(to) && level.HasPromised(from) ? level.StepOn(to) : null);

    // The part of a rolling period that is not a whole month: from its first day to the end of that month.
    private static (DateOnly From, DateOnly To) BrokenMonth(DateOnly today, int months)
    {
        var from = today.AddDays(1).AddMonths(-months);
        return (from, new DateOnly(from.Year, from.Month, 1).AddMonths(1).AddDays(-1));
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private IEnumerable<MonthFigure> BacklogByMonth(Sheet sheet, DateTimeOffset asOf, int openNow)
    {
        var open = OfKind(sheet.Kept, TallyKind.Backlog).ToDictionary(sum => sum.Key.Start, sum => sum.Value.Count);
        var older = OfKind(sheet.Kept, TallyKind.BacklogOlder).ToDictionary(sum => sum.Key.Start, sum => sum.Value.Count);
        var (first, last) = (level.Steps[0].From, calendar.LocalDay(asOf));
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
        {
            var isOver = month.AddMonths(1).StartIn(calendar.Zone.Id) <= asOf;
            var figure = InMonth(month, new Figure(0, 0, 0, isOver ? Until(open, month) : openNow, 0));
            yield return figure with { Older = isOver ? Until(older, month) : (int)sheet.OlderNow };
        }
    }

    private static int Until(Dictionary<int, long> changes, DateOnly month) => (int)changes.Where(change => change.Key <= month.DayNumber).Sum(change => change.Value);

    private LevelReport WithCounts(LevelReport blank, DateTimeOffset? asOf)
    {
        var counts = level.Counts.Where(count => asOf is null || EndOf(count.Month) <= asOf).GroupBy(count => count.Month).Select(month => LastKnown(month, asOf)).OrderBy(count => count.Month).ToList();
        return counts.Count == 0 ? blank with { AsOf = null } : blank with
        {
            AsOf = EndOf(counts[^1].Month),
            IsLive = level.Live,
            Months = [.. counts.Select(count => InMonth(count.Month, Figure.Counted(count.Right, count.Of)))],
            Whole = Figure.Counted(counts.Sum(count => count.Right), counts.Sum(count => count.Of)),
        };
    }

    private DateTimeOffset EndOf(DateOnly month) => month.AddMonths(1).StartIn(calendar.Zone.Id).AddSeconds(-1);

    // A correction made later was not known then. A recipe records a history after the fact, so the first record holds from the month's end.
    private static MonthlyCount LastKnown(IEnumerable<MonthlyCount> records, DateTimeOffset? asOf) =>
        asOf is null ? records.Last() : records.LastOrDefault(count => count.RecordedAt <= asOf) ?? records.First();

    // A step may start inside a month; the month is judged by the step in force on its last day.
    private MonthFigure InMonth(DateOnly month, Figure figure)
    {
        var lastDay = month.AddMonths(1).AddDays(-1);
        return new MonthFigure(month, figure, level.Measure, level.StepOn(lastDay)) { Promised = level.HasPromised(lastDay) };
    }
}
