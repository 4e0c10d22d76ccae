using EngagementHub.WorkingTime;

namespace EngagementHub.Tests.WorkingTime;

public class SlowClockTests
{
    private const int Days = 16;

    // Each with a day on which its clocks change.
    private static readonly (string Zone, string Day)[] Changes =
    [
        ("Europe/London", "2026-03-29"), ("Europe/London", "2026-10-25"), ("Europe/Dublin", "2026-10-25"), ("Australia/Lord_Howe", "2026-04-05"), ("Australia/Lord_Howe", "2026-10-04"),
        ("Pacific/Apia", "2011-12-30"), ("America/Sao_Paulo", "2018-02-17"), ("America/Sao_Paulo", "2018-11-04"), ("Africa/Cairo", "2024-10-31"), ("Africa/Cairo", "2024-04-26"),
        ("America/New_York", "2026-03-08"), ("Antarctica/Troll", "2026-10-25"), ("Asia/Pyongyang", "2015-08-15"), ("Asia/Kathmandu", "2026-05-01"), ("UTC", "2026-02-28"),
    ];

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 60)];

    /// <summary>Random calendars around a change of the clocks, with random pauses: the table agrees with the walk about everything it can be asked.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_table_agrees_with_a_walk_minute_by_minute(int seed)
    {
        var random = new Random(seed);
        var (name, day) = Changes[seed % Changes.Length];
        var change = DateOnly.Parse(day, null);
        var hours = Enumerable.Range(-5, 10).ToDictionary(change.AddDays, _ => Stretches(random));
        hours[change.AddDays(-4)] = [(540, 1020)];
        var builder = WorkingCalendar.In(name);
        foreach (var (date, stretches) in hours)
        {
            builder.OwnHours(date, [.. stretches.Select(stretch => OpenHours.Between(TimeSpan.FromMinutes(stretch.Opens), TimeSpan.FromMinutes(stretch.Closes > 1440 ? stretch.Closes - 1440 : stretch.Closes)))]);
        }

        var calendar = builder.Build();
        var slow = new SlowClock(calendar.Zone, change.AddDays(-8).ToDateTime(TimeOnly.MinValue), Days, hours);

        for (var round = 0; round < 40; round++)
        {
            Compare(calendar, slow, random);
        }

        Assert.All(hours.Keys, date => Assert.Equal(slow.IsWorkingDay(date), calendar.IsWorkingDay(date)));
    }

    private static void Compare(WorkingCalendar calendar, SlowClock slow, Random random)
    {
        int[] ends = [random.Next(slow.Minutes), random.Next(slow.Minutes)];
        var (from, to) = (ends.Min(), ends.Max());
        List<(int From, int To)> pauses = [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(slow.Minutes)).Select(start => (start, Math.Min(slow.Minutes, start + random.Next(3000))))];
        Stretch[] stretches = [.. pauses.Select(pause => new Stretch(slow.At(pause.From), slow.At(pause.To)))];
        var amount = random.Next(1, 2400);

        Assert.Equal(TimeSpan.FromMinutes(slow.Worked(from, to, [])), calendar.Elapsed(slow.At(from), slow.At(to)));
        Assert.Equal(TimeSpan.FromMinutes(slow.Worked(from, to, pauses)), calendar.Elapsed(slow.At(from), slow.At(to), stretches));
        Assert.Equal(TimeSpan.FromMinutes(slow.Worked(from, to, pauses)), calendar.DayByDay(slow.At(from), slow.At(to), stretches).Aggregate(TimeSpan.Zero, (sum, day) => sum + day.Counted));
        Agree(slow, slow.Due(from, amount, pauses), () => calendar.Due(slow.At(from), TimeSpan.FromMinutes(amount), stretches));
        Agree(slow, slow.Before(to, amount, pauses), () => calendar.Before(slow.At(to), TimeSpan.FromMinutes(amount), stretches));
        Agree(slow, slow.NextOpening(from), () => calendar.NextOpening(slow.At(from)));
    }

    private static void Agree(SlowClock slow, int? minute, Func<DateTimeOffset> found)
    {
        if (minute is { } expected)
        {
            Assert.Equal(slow.At(expected), found());
        }
        else
        {
            Assert.Throws<NoWorkingTimeException>(() => found());
        }
    }

    private static IReadOnlyList<(int Opens, int Closes)> Stretches(Random random) =>
        [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(1440)).Select(opens => (opens, opens + 1 + random.Next(1439)))];
}
