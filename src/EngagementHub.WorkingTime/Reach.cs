namespace EngagementHub.WorkingTime;

/// <summary>The table a calendar has worked out so far. It is worked out anew over a longer run of days when a question lies outside it.</summary>
internal sealed class Reach(TimeZoneInfo zone, OpeningRules rules)
{
    private const int LongestInYears = 1200;
    private const int FirstYear = 2;
    private const int LastYear = 9997;
    private WorkedTable? _table;

    public WorkedTable Of(long from, long to)
    {
        var table = _table;
        return table is not null && table.Covers(from) && table.Covers(to) ? table : Of(Day(Math.Min(from, to)), Day(Math.Max(from, to)));
    }

    public WorkedTable Of(DateOnly from, DateOnly to)
    {
        var table = _table;
        if (table is not null && table.Covers(from) && table.Covers(to))
        {
            return table;
        }

        if (from.Year <= FirstYear || to.Year >= LastYear)
        {
            throw TooFar();
        }

        var (first, last) = table is null ? (from, to) : (Min(from, table.First), Max(to, table.Last));
        return Remember(StartOf(first.Year - 1), EndOf(last.Year + 2));
    }

    public WorkedTable LaterThan(WorkedTable table)
    {
        var end = Max(rules.LastOwnHours, rules.LastWeekFrom);
        return !rules.OpensForEver && table.Last > end ? throw new NoWorkingTimeException($"The calendar has no working time after {end:yyyy-MM-dd}")
            : table.Last.Year == LastYear ? throw TooFar()
            : Remember(table.First, EndOf(table.Last.Year + Span(table)));
    }

    public WorkedTable EarlierThan(WorkedTable table)
    {
        var beginning = Min(rules.FirstOwnHours, rules.FirstWeekFrom);
        return !rules.OpenedAlways && table.First < beginning ? throw new NoWorkingTimeException($"The calendar has no working time before {beginning:yyyy-MM-dd}")
            : table.First.Year == FirstYear ? throw TooFar()
            : Remember(StartOf(table.First.Year - Span(table)), table.Last);
    }

    private WorkedTable Remember(DateOnly first, DateOnly last) =>
        last.Year - first.Year > LongestInYears ? throw TooFar() : _table = new WorkedTable(first, last, rules.HoursOn, zone);

    private static NoWorkingTimeException TooFar() => new("That is further away than the calendar reaches");

    private static int Span(WorkedTable table) => table.Last.Year - table.First.Year + 1;

    private static DateOnly StartOf(int year) => new(Math.Max(FirstYear, year), 1, 1);

    private static DateOnly EndOf(int year) => new(Math.Min(LastYear, year), 12, 31);

    private static DateOnly Day(long utcTicks) => DateOnly.FromDateTime(new DateTime(utcTicks));

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;
}
