using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Levels;
using EngagementHub.ServiceLevels.Tickets;
using static EngagementHub.Tests.ServiceLevels.LevelBuilder;

namespace EngagementHub.Tests.ServiceLevels;

public class FigureTests
{
    private static readonly ServiceLevel Level = LevelBuilder.Level(Measure.WithinWorkingDays, From("2007-01-01", 95, 5));

    [Fact]
    public void What_is_open_and_late_counts_as_missed_and_what_is_void_does_not_count()
    {
        var month = Assert.Single(Report(Level, [.. Done(18), .. Open(2), Withdrawn()], At("2007-02-28T17:00Z")).Months);

        Assert.Equal((20, 18, 2, 1), (month.Figure.N, month.Figure.Met, month.Figure.OpenAndLate, month.Figure.Void));
        Assert.Equal("90%", month.ValueInWords);
        Assert.Equal(Verdict.Missed, month.Verdict);
    }

    [Fact]
    public void With_fewer_than_twenty_there_are_too_few_to_say()
    {
        Assert.Equal(Verdict.TooFewToSay, Report(Level, [.. Done(19)], At("2007-02-28T17:00Z")).Months[0].Verdict);
        Assert.Equal(Verdict.Met, Report(Level, [.. Done(20)], At("2007-02-28T17:00Z")).Months[0].Verdict);
    }

    [Fact]
    public void A_percentage_is_cut_and_never_rounded_up_to_the_target_it_missed()
    {
        var month = new MonthFigure(new DateOnly(2007, 2, 1), Figure.Counted(9499, 10000), Measure.WithinWorkingDays, From("2007-01-01", 95, 5));

        Assert.Equal(("94.9%", Verdict.Missed), (month.ValueInWords, month.Verdict));
    }

    [Fact]
    public void A_month_that_is_not_over_does_not_count_only_the_quick_ones()
    {
        var report = Report(Level, [.. Done(30), .. Open(5)], At("2007-02-06T12:00Z"));

        Assert.Empty(report.Months);
        Assert.Equal((30, 5), (report.Whole.Met, report.Whole.NotYetDue));
    }

    [Fact]
    public void Average_median_and_nine_in_ten_are_of_those_done()
    {
        var figure = Report(Level, [.. Enumerable.Range(0, 10).Select(i => Of($"D{i}", Event($"2007-02-0{(i < 9 ? 1 : 2)}T12:00Z", Meaning.Resolved))), .. Open(3)], At("2007-02-28T17:00Z")).Whole;

        Assert.Equal((2.1m, 2m, 2), (figure.Average, figure.Median, figure.NineInTen));
    }

    [Fact]
    public void The_backlog_is_banded_by_age_in_working_days_and_names_the_oldest()
    {
        var backlog = Report(Level, [.. Open(3), .. Done(2)], At("2007-02-14T12:00Z")).Backlog;

        Assert.Equal((3, 3, 11), (backlog.Open, backlog.OpenAndLate, backlog.Oldest!.WorkingDays));
        Assert.Equal([0, 0, 3, 0], backlog.Bands.Select(band => band.Count));
    }

    [Fact]
    public void Figures_whose_source_has_fallen_silent_are_grey_and_never_green()
    {
        var report = Report(Level, [.. Done(30)], At("2007-02-28T17:00Z"));

        Assert.Equal(("good", "Met"), Words((report with { IsLive = true }).StatusAt(At("2007-03-02T17:00Z"))));
        Assert.Equal(("grey", "No data since Wednesday 28 February 2007"), Words((report with { IsLive = true }).StatusAt(At("2007-03-06T17:00Z"))));
        Assert.Equal(("good", "Met"), Words(report.StatusAt(At("2026-03-06T17:00Z"))));
        Assert.Equal(("grey", "No figures yet"), Words((report with { AsOf = null }).StatusAt(At("2007-03-06T17:00Z"))));
    }

    [Fact]
    public void The_basis_decides_in_which_month_a_ticket_counts()
    {
        var expected = new Dictionary<Basis, int> { [Basis.Received] = 1, [Basis.Due] = 2, [Basis.Completed] = 3 };

        Assert.All(expected, basis =>
        {
            var level = LevelBuilder.Level(new LevelText("x", "X", Measure.WithinWorkingDays, Guid.NewGuid()) { Basis = basis.Key }, From("2007-01-01", 95, 5));
            Assert.Equal(basis.Value, Report(level, [Of("A", Event("2007-03-05T12:00Z", Meaning.Resolved))], At("2007-04-30T17:00Z")).Months.Single().Month.Month);
        });
    }

    [Fact]
    public void A_month_s_backlog_stands_as_it_stood_when_the_month_ended()
    {
        var level = LevelBuilder.Level(Measure.BacklogOlderThan, From("2007-01-01", 10, 5));
        var reopened = Of("R", Event("2007-02-01T12:00Z", Meaning.Resolved, 1), Event("2007-03-05T12:00Z", Meaning.Open, 2));
        var withdrawn = Of("W", Event("2007-03-05T12:00Z", Meaning.Void));
        var months = Report(level, [reopened, withdrawn], At("2007-03-31T17:00Z")).Months;

        Assert.Equal([2, 1, 1], months.Select(month => month.N));
    }

    [Fact]
    public void As_of_an_instant_only_months_that_had_ended_are_counted()
    {
        var level = Counted(("2007-03-01", 98), ("2007-04-01", 99));

        Assert.Equal([3], Report(level, [], At("2007-04-18T09:00Z")).Months.Select(month => month.Month.Month));
        Assert.Equal(At("2007-03-31T22:59:59Z"), Report(level, [], At("2007-04-18T09:00Z")).AsOf);
        Assert.Equal([3, 4], Report(level, [], At("2007-05-01T09:00Z")).Months.Select(month => month.Month.Month));
    }

    [Fact]
    public void The_counts_of_a_finished_record_do_not_go_stale()
    {
        var level = Counted(("2007-03-01", 99));
        var live = Report(level, [], At("2007-05-01T09:00Z"));
        level.EndRecord();
        var finished = Report(level, [], At("2007-05-01T09:00Z"));

        Assert.Equal("No data since Saturday 31 March 2007", live.StatusAt(At("2026-05-01T09:00Z")).Word);
        Assert.Equal("Met", finished.StatusAt(At("2026-05-01T09:00Z")).Word);
        Assert.EndsWith("the end of this record", finished.AsOfInWords, StringComparison.Ordinal);
    }

    private static ServiceLevel Counted(params (string Month, int Right)[] months)
    {
        var level = LevelBuilder.Level(Measure.ShareCorrect, From("2007-01-01", 99));
        foreach (var (month, right) in months)
        {
            level.Record(DateOnly.Parse(month, null), right, 100, Now);
        }

        return level;
    }

    private static (string, string) Words(Status status) => (status.Kind, status.Word);

    private static IEnumerable<Ticket> Done(int count) => Enumerable.Range(0, count).Select(i => Of($"D{i}", Event("2007-02-01T12:00Z", Meaning.Resolved)));

    private static IEnumerable<Ticket> Open(int count) => Enumerable.Range(0, count).Select(i => Of($"O{i}"));

    private static Ticket Withdrawn() => Of("W", Event("2007-02-01T12:00Z", Meaning.Void));

    private static Ticket Of(string number, params TicketEvent[] events)
    {
        var ticket = Ticket.Of("test", number);
        foreach (var happened in events.Prepend(Event("2007-01-30T10:00Z", Meaning.Open)))
        {
            ticket.Receive(happened, null, Guid.Empty);
        }

        return ticket;
    }
}
