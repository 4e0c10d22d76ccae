using System.Globalization;
using EngagementHub.ServiceLevels.Clocks;
using EngagementHub.ServiceLevels.Levels;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.Tests.ServiceLevels;

/// <summary>
/// The real log of data/README.md, counted twice: by the product, and by a script of its own below that splits lines, knows the bank holidays
/// of spring 2016 by heart and walks through time minute by minute. Neither uses anything of the other.
/// </summary>
public class ServiceNowTests
{
    private static readonly HashSet<string> BankHolidays = ["2016-03-25", "2016-03-28", "2016-05-02", "2016-05-30", "2016-08-29", "2016-12-26", "2016-12-27"];

    [Fact]
    public void Category_45_comes_out_as_an_independent_count_says()
    {
        var expected = CountByHand("Category 45");
        var report = LevelBuilder.Report(Category45(), Tickets());

        Assert.Equal(133, report.Whole.N);
        Assert.Equal(expected.Count(ticket => ticket.Value.Met), report.Whole.Met);
        Assert.Equal(expected.Count(ticket => !ticket.Value.Met), report.Whole.Missed);
        Assert.Equal(0, report.Whole.OpenAndLate);
        Assert.Equal(expected.Select(ticket => (ticket.Key, ticket.Value.Met)).Order(), Readings().Select(reading => (reading.Number, reading.Clock.State == ClockState.Met)).Order());
    }

    [Fact]
    public void Each_ticket_s_working_minutes_are_those_of_an_independent_count()
    {
        var expected = CountByHand("Category 45");

        Assert.All(Readings(), reading => Assert.Equal(expected[reading.Number].Minutes, (int)reading.Clock.Worked.TotalMinutes));
    }

    [Theory]
    [InlineData("2016-03-01T12:00Z")]
    [InlineData("2016-03-04T09:30Z")]
    [InlineData("2016-03-10T16:00Z")]
    public void What_was_open_and_late_on_a_day_is_what_an_independent_count_finds(string at)
    {
        var asOf = DateTime.ParseExact(at, "yyyy-MM-ddTHH:mmZ", CultureInfo.InvariantCulture);
        var expected = CountByHand("Category 45", asOf);
        var report = LevelBuilder.Report(Category45(), Tickets(), LevelBuilder.At(at));

        Assert.Equal(expected.Count(ticket => ticket.Value.Open), report.Backlog.Open);
        Assert.Equal(expected.Count(ticket => ticket.Value is { Open: true, Met: false }), report.Backlog.OpenAndLate);
    }

    [Fact]
    public void Typical_times_pauses_and_reopenings_of_the_whole_log_are_those_of_an_independent_count()
    {
        var level = LevelBuilder.Level(new LevelText("all", "All resolved", Measure.WithinWorkingDays, Guid.NewGuid()), LevelBuilder.From("2016-01-01", 90, 2));
        var done = CountByHand("").Values.Where(ticket => !ticket.Open).ToList();
        var days = done.Select(ticket => ticket.Days).Order().ToList();

        var whole = LevelBuilder.Report(level, Tickets()).Whole;

        Assert.True(done.Count > 500 && done.Exists(ticket => ticket.Reopened) && done.Exists(ticket => ticket.Waited > 0));
        Assert.Equal(done.Count, whole.Completed);
        Assert.Equal((decimal)days.Sum() / days.Count, whole.Average);
        Assert.Equal((days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2m, whole.Median);
        Assert.Equal(days[(int)Math.Ceiling(days.Count * 0.9m) - 1], whole.NineInTen);
        Assert.Equal(100m * done.Sum(ticket => ticket.Waited) / (done.Sum(ticket => ticket.Waited) + done.Sum(ticket => ticket.Minutes)), whole.PauseShare);
        Assert.Equal(100m * done.Count(ticket => ticket.Reopened) / done.Count, whole.ReopenRate);
    }

    [Fact]
    public void The_log_is_read_whole()
    {
        var tickets = Tickets();

        Assert.Equal(594, tickets.Count);
        Assert.Equal(4085, tickets.Sum(ticket => ticket.Events.Count));
    }

    private static ServiceLevel Category45() =>
        LevelBuilder.Level(new LevelText("category-45", "Category 45 resolved", Measure.WithinWorkingDays, Guid.NewGuid()) { Category = "Category 45" }, LevelBuilder.From("2016-01-01", 90, 2));

    private static IReadOnlyList<(string Number, ClockReading Clock)> Readings() => LevelBuilder.Readings(Category45(), Tickets(), Tickets().Max(ticket => ticket.LastEventAt));

    private static List<Ticket> Tickets()
    {
        using var text = new StreamReader(LevelBuilder.File("data", "servicenow-incident-events.csv"));
        return LevelBuilder.Tickets(text, LevelBuilder.ServiceNow)["it-incidents"];
    }

    private static Dictionary<string, ByHand> CountByHand(string category, DateTime? asOf = null)
    {
        var lines = File.ReadAllLines(LevelBuilder.File("data", "servicenow-incident-events.csv")).Select(line => line.Split(',')).ToArray();
        int Column(string name) => Array.IndexOf(lines[0], name);
        var (number, state, opened, updated, order) = (Column("number"), Column("incident_state"), Column("opened_at"), Column("sys_updated_at"), Column("sys_mod_count"));
        return lines.Skip(1).GroupBy(row => row[number])
            .Select(ticket => (ticket.Key, Rows: ticket.OrderBy(row => int.Parse(row[order], CultureInfo.InvariantCulture)).ThenBy(row => Time(row[updated])).ToList()))
            .Where(ticket => (category.Length == 0 || ticket.Rows[^1][Column("category")] == category) && (asOf is null || Utc(Time(ticket.Rows[0][opened])) <= asOf))
            .ToDictionary(ticket => ticket.Key, ticket => Walk(Time(ticket.Rows[0][opened]), [.. ticket.Rows.Select(row => (row[state], Time(row[updated])))], asOf));
    }

    private sealed record ByHand(bool Met, int Minutes, bool Open)
    {
        /// <summary>Working minutes spent waiting for the requester.</summary>
        public int Waited { get; init; }

        public bool Reopened { get; init; }

        /// <summary>Working days after the day received up to the one it was done on, without those on which it stood still.</summary>
        public int Days { get; init; }
    }

    private static ByHand Walk(DateTime opened, List<(string State, DateTime At)> rows, DateTime? asOf)
    {
        var end = asOf is { } stop ? Local(stop) : DateTime.MaxValue;
        rows = [.. rows.Where(row => row.At <= end)];
        var done = rows.Count > 0 && rows[^1].State is "Resolved" or "Closed";
        var closing = rows.Count - 1;
        while (done && closing > 0 && rows[closing - 1].State is "Resolved" or "Closed")
        {
            closing--;
        }

        var until = done ? rows[closing].At : end == DateTime.MaxValue ? rows[^1].At : end;
        until = done && closing > 0 && rows[closing - 1].At > until ? rows[closing - 1].At : until;
        var allowed = MinutesUntilEndOfSecondWorkingDay(opened);
        var (minutes, deadline, waited, stoodStill, since) = (0, DateTime.MaxValue, 0, 0, (DateTime?)null);
        for (var at = opened; at < until; at = at.AddMinutes(1))
        {
            var standing = rows.FindLastIndex(row => row.At <= at);
            var waiting = standing >= 0 && rows[standing].State is "Awaiting User Info" or "Resolved" or "Closed";
            minutes += IsWorking(at) && !waiting ? 1 : 0;
            waited += IsWorking(at) && waiting && rows[standing].State == "Awaiting User Info" ? 1 : 0;
            stoodStill += since is { } stopped && !waiting ? WorkingDays(stopped.Date, at.Date) : 0;
            since = !waiting ? null : since ?? at;
            deadline = minutes == allowed && deadline == DateTime.MaxValue ? at.AddMinutes(1) : deadline;
        }

        stoodStill += since is { } last ? WorkingDays(last.Date, until.Date) : 0;
        return new ByHand(until <= deadline, minutes, !done)
        {
            Waited = waited,
            Reopened = Enumerable.Range(1, Math.Max(0, rows.Count - 1)).Any(i => rows[i - 1].State is "Resolved" or "Closed" && rows[i].State is not ("Resolved" or "Closed")),
            Days = Math.Max(0, WorkingDays(DayReceived(opened), until.Date) - stoodStill),
        };
    }

    private static DateTime DayReceived(DateTime opened)
    {
        var day = opened.Date;
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static int WorkingDays(DateTime after, DateTime upTo)
    {
        var days = 0;
        for (var day = after.AddDays(1); day <= upTo; day = day.AddDays(1))
        {
            days += IsWorkingDay(day) ? 1 : 0;
        }

        return days;
    }

    private static int MinutesUntilEndOfSecondWorkingDay(DateTime opened)
    {
        var day = DayReceived(opened);
        for (var days = 0; days < 2;)
        {
            day = day.AddDays(1);
            days += IsWorkingDay(day) ? 1 : 0;
        }

        var minutes = 0;
        for (var at = opened; at < day.AddHours(17); at = at.AddMinutes(1))
        {
            minutes += IsWorking(at) ? 1 : 0;
        }

        return minutes;
    }

    private static bool IsWorking(DateTime at) => at.Hour >= 9 && at.Hour < 17 && IsWorkingDay(at.Date);

    private static bool IsWorkingDay(DateTime day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays.Contains(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    // British Summer Time of 2016 began on 27 March; no row lies in the hour of the change.
    private static DateTime Utc(DateTime local) => local >= new DateTime(2016, 3, 27, 1, 0, 0) && local < new DateTime(2016, 10, 30, 1, 0, 0) ? local.AddHours(-1) : local;

    private static DateTime Local(DateTime utc) => utc >= new DateTime(2016, 3, 27, 1, 0, 0) && utc < new DateTime(2016, 10, 30, 1, 0, 0) ? utc.AddHours(1) : utc;

    private static DateTime Time(string text) => DateTime.ParseExact(text, "dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture);
}
