using BenchmarkDotNet.Attributes;
using EngagementHub.WorkingTime;

namespace EngagementHub.Benchmarks;

/// <summary>Working time between two instants on 26 years of office hours with eight bank holidays a year, beside a loop over the days.</summary>
public class WorkingTimeBenchmarks
{
    private const int Asked = 4096;
    private readonly (DateTimeOffset From, DateTimeOffset To)[] _spans = new (DateTimeOffset, DateTimeOffset)[Asked];
    private WorkingCalendar _calendar = null!;
    private HashSet<DateOnly> _holidays = [];
    private TimeZoneInfo _zone = null!;

    /// <summary>How many days lie between the two instants, on average.</summary>
    [Params(5, 250, 4500)]
    public int Days { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var first = new DateOnly(2003, 1, 1);
        // Eight days of each year from 2003 to 2028, none of them on a weekend.
        _holidays = [.. Enumerable.Range(0, 26 * 8).Select(place => Weekday(first.AddYears(place / 8).AddDays((place % 8 * 45) + 3)))];
        _calendar = WorkingCalendar.In("Europe/London").Week(WeeklyHours.MondayToFriday("09:00", "17:00"))
            .Closed(_holidays.Select(day => new NonWorkingDay(day, NonWorkingKind.BankHoliday, ""))).Build();
        _zone = _calendar.Zone;
        var random = new Random(26);
        var start = new DateTimeOffset(2003, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < Asked; i++)
        {
            var length = random.Next(Days * 2 * 86400);
            var from = start.AddSeconds(random.NextInt64((26L * 365 * 86400) - length));
            _spans[i] = (from, from.AddSeconds(length));
        }

        _calendar.Elapsed(start, start.AddYears(26));
        Agree();
    }

    [Benchmark(OperationsPerInvoke = Asked)]
    public long Table()
    {
        var sum = 0L;
        foreach (var (from, to) in _spans)
        {
            sum += _calendar.Elapsed(from, to).Ticks;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Asked, Baseline = true)]
    public long DayLoop()
    {
        var sum = 0L;
        foreach (var (from, to) in _spans)
        {
            sum += Walk(from, to).Ticks;
        }

        return sum;
    }

    // A figure for something that counts wrongly would be worth nothing.
    private void Agree()
    {
        foreach (var (from, to) in _spans.Take(200))
        {
            if (Walk(from, to) != _calendar.Elapsed(from, to))
            {
                throw new InvalidOperationException($"The loop and the table differ from {from:u} to {to:u}");
            }
        }
    }

    private TimeSpan Walk(DateTimeOffset from, DateTimeOffset to)
    {
        var (start, end) = (TimeZoneInfo.ConvertTime(from, _zone).DateTime, TimeZoneInfo.ConvertTime(to, _zone).DateTime);
        var sum = TimeSpan.Zero;
        for (var day = start.Date; day <= end; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || _holidays.Contains(DateOnly.FromDateTime(day)))
            {
                continue;
            }

            var (opens, closes) = (day.AddHours(9), day.AddHours(17));
            var worked = (closes < end ? closes : end) - (opens > start ? opens : start);
            sum += worked > TimeSpan.Zero ? worked : TimeSpan.Zero;
        }

        return sum;
    }

    private static DateOnly Weekday(DateOnly day) => day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(2), DayOfWeek.Sunday => day.AddDays(1), _ => day };
}
