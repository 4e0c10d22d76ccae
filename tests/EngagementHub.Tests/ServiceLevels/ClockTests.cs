using EngagementHub.ServiceLevels.Clocks;
using EngagementHub.ServiceLevels.Levels;
using EngagementHub.ServiceLevels.Tickets;
using static EngagementHub.Tests.ServiceLevels.LevelBuilder;

namespace EngagementHub.Tests.ServiceLevels;

public class ClockTests
{
    // Tuesday 30 January 2007, when the head of IT takes the blog.
    private const string Opened = "2007-01-30T10:00Z";

    [Fact]
    public void A_ticket_is_due_at_the_end_of_the_fifth_working_day_after_the_day_received()
    {
        var reading = Read(Days(5), "2007-01-31T12:00Z");

        Assert.Equal(At("2007-02-06T17:00Z"), reading.Due);
        Assert.Equal(ClockState.Running, reading.State);
        Assert.False(reading.IsOpenAndLate);
    }

    [Theory]
    [InlineData("2007-02-06T17:00Z", "Met", 5)]
    [InlineData("2007-02-06T17:01Z", "Missed", 5)]
    [InlineData("2007-01-30T16:00Z", "Met", 0)]
    [InlineData("2007-02-07T09:00Z", "Missed", 6)]
    public void Done_exactly_when_due_is_in_time_and_a_minute_later_is_not(string done, string state, int days)
    {
        var reading = Read(Days(5), "2007-03-01T12:00Z", Event(done, Meaning.Resolved));

        Assert.Equal((state, days), (reading.State.ToString(), reading.WorkingDays));
    }

    [Fact]
    public void Waiting_for_the_requester_moves_the_due_time_by_the_working_time_it_takes()
    {
        var reading = Read(Days(5), "2007-03-01T12:00Z", Event("2007-01-31T10:00Z", Meaning.Paused), Event("2007-02-02T12:00Z", Meaning.Open), Event("2007-02-08T16:00Z", Meaning.Resolved));

        Assert.Equal(At("2007-02-09T11:00Z"), reading.Due);
        Assert.Equal(ClockState.Met, reading.State);
        Assert.Equal(5, reading.WorkingDays);
    }

    [Fact]
    public void A_ticket_that_waits_is_not_late_however_long_it_waits()
    {
        var reading = Read(Days(5), "2007-06-01T12:00Z", Event("2007-01-31T10:00Z", Meaning.Paused));

        Assert.Equal(ClockState.Paused, reading.State);
        Assert.False(reading.IsOpenAndLate);
    }

    [Fact]
    public void A_pause_that_begins_after_the_due_time_saves_nothing()
    {
        var reading = Read(Days(5), "2007-06-01T12:00Z", Event("2007-02-06T17:30Z", Meaning.Paused));

        Assert.True(reading.IsOpenAndLate);
    }

    [Fact]
    public void A_reopened_ticket_runs_on_from_where_it_was_and_keeps_its_ledger()
    {
        var reading = Read(Hours(8), "2007-03-01T12:00Z", Event("2007-01-30T12:00Z", Meaning.Resolved), Event("2007-02-05T10:00Z", Meaning.Open), Event("2007-02-05T17:00Z", Meaning.Resolved), Event("2007-02-12T10:00Z", Meaning.Closed));

        Assert.Equal(TimeSpan.FromHours(9), reading.Worked);
        Assert.Equal(ClockState.Missed, reading.State);
        Assert.Equal(1, reading.Ledger.Reopenings);
        Assert.Equal(At("2007-02-05T17:00Z"), reading.Completed);
    }

    [Fact]
    public void Closing_what_is_resolved_does_not_move_the_resolution()
    {
        var reading = Read(Days(5), "2007-03-01T12:00Z", Event("2007-02-01T12:00Z", Meaning.Resolved), Event("2007-02-20T12:00Z", Meaning.Closed));

        Assert.Equal(At("2007-02-01T12:00Z"), reading.Completed);
    }

    [Fact]
    public void A_withdrawn_ticket_is_void_with_its_reason()
    {
        var reading = Read(Days(5), "2007-03-01T12:00Z", Event("2007-02-20T12:00Z", Meaning.Void));

        Assert.Equal((ClockState.Void, "Void"), (reading.State, reading.Ledger.VoidReason));
    }

    [Fact]
    public void Events_of_the_same_minute_are_taken_in_the_source_s_order_whatever_order_they_arrive_in()
    {
        var events = new[] { Event("2007-01-31T10:00Z", Meaning.Resolved, 3), Event("2007-01-31T10:00Z", Meaning.Paused, 1), Event("2007-01-31T10:00Z", Meaning.Open, 2) };

        Assert.Equal(ClockState.Met, Read(Days(5), "2007-03-01T12:00Z", events).State);
    }

    [Fact]
    public void What_happened_later_is_not_known_earlier()
    {
        var reading = Read(Days(5), "2007-02-01T12:00Z", Event("2007-02-02T12:00Z", Meaning.Resolved));

        Assert.Equal(ClockState.Running, reading.State);
    }

    [Fact]
    public void Elapsed_hours_run_through_nights_and_weekends_and_working_hours_do_not()
    {
        var elapsed = Read(Level(Measure.WithinElapsedHours, From("2007-01-01", 100, 24)), "2007-03-01T12:00Z");
        var working = Read(Hours(4), "2007-03-01T12:00Z");

        Assert.Equal(At("2007-01-31T10:00Z"), elapsed.Due);
        Assert.Equal(At("2007-01-30T14:00Z"), working.Due);
    }

    [Fact]
    public void A_ticket_keeps_the_allowance_that_was_promised_when_it_was_received()
    {
        var level = Level(Measure.WithinWorkingDays, From("2007-01-01", 80, 5), From("2007-02-01", 95, 2));

        Assert.Equal(At("2007-02-06T17:00Z"), Read(level, "2007-03-01T12:00Z").Due);
    }

    private static ServiceLevel Days(int days) => Level(Measure.WithinWorkingDays, From("2007-01-01", 80, days));

    private static ServiceLevel Hours(int hours) => Level(Measure.WithinWorkingHours, From("2007-01-01", 80, hours));

    private static ClockReading Read(ServiceLevel level, string asOf, params TicketEvent[] events) => new Clock(level, Office).Read(At(Opened), events, At(asOf));
}
