using EngagementHub.ServiceLevels.Clocks;
using EngagementHub.ServiceLevels.Levels;
using EngagementHub.ServiceLevels.Tickets;
using static EngagementHub.Tests.ServiceLevels.LevelBuilder;

namespace EngagementHub.Tests.ServiceLevels;

/// <summary>Clocks that stop at the first answer, and clocks that must be in time for a dated cut-off.</summary>
public class MoreClockTests
{
    private const string Opened = "2007-03-05T10:00Z";

    [Fact]
    public void The_first_answer_stops_its_own_clock_and_leaves_the_other_running()
    {
        var events = new[] { Answer("2007-03-05T12:00Z"), Event("2007-03-09T12:00Z", Meaning.Resolved), Event("2007-03-12T12:00Z", Meaning.Open) };

        Assert.Equal((ClockState.Met, At("2007-03-05T12:00Z"), 0), Standing(Read(Hours(Stops.FirstResponse), events)));
        Assert.Equal(ClockState.Running, Read(Hours(Stops.Resolution), events).State);
    }

    [Fact]
    public void What_is_resolved_without_an_answer_is_answered_by_it()
    {
        Assert.Equal((ClockState.Missed, At("2007-03-06T12:00Z"), 0), Standing(Read(Hours(Stops.FirstResponse), Event("2007-03-06T12:00Z", Meaning.Resolved))));
        Assert.Equal(ClockState.Running, Read(Hours(Stops.FirstResponse), Event("2007-03-06T12:00Z", Meaning.Open)).State);
    }

    [Theory]
    [InlineData("2007-03-12T12:00Z", "2007-03-30T16:00Z")]
    [InlineData("2007-03-12T12:01Z", "2007-04-27T16:00Z")]
    [InlineData("2007-03-01T09:00Z", "2007-03-30T16:00Z")]
    public void What_is_received_up_to_the_cut_off_is_due_by_its_pay_day_and_a_minute_later_by_the_next(string received, string due) =>
        Assert.Equal(At(due), ReadPay(received).Due);

    [Fact]
    public void What_waits_for_the_requester_over_the_cut_off_belongs_to_the_pay_day_that_is_next_when_they_answer()
    {
        Assert.Equal(At("2007-04-27T16:00Z"), ReadPay("2007-03-05T10:00Z", Event("2007-03-08T10:00Z", Meaning.Paused), Event("2007-03-13T10:00Z", Meaning.Open)).Due);
        Assert.Equal(At("2007-03-30T16:00Z"), ReadPay("2007-03-05T10:00Z", Event("2007-03-08T10:00Z", Meaning.Paused), Event("2007-03-09T10:00Z", Meaning.Open)).Due);
        Assert.Equal(At("2007-03-30T16:00Z"), ReadPay("2007-03-05T10:00Z", Event("2007-03-14T10:00Z", Meaning.Paused), Event("2007-03-20T10:00Z", Meaning.Open)).Due);
    }

    [Fact]
    public void Beyond_the_last_cut_off_nothing_is_guessed() => Assert.Throws<EngagementHub.WorkingTime.NoWorkingTimeException>(() => ReadPay("2007-04-11T10:00Z"));

    [Theory]
    [InlineData("2007-04-10 12:00 = 31/02/2007")]
    [InlineData("2007-02-31 12:00 = 2007-04-27")]
    [InlineData("07-04-10 12:00 = 07-04-27")]
    [InlineData("2007-04-10 12:00")]
    public void A_date_that_cannot_be_is_refused(string line) => Assert.Contains("for example 2007-04-10 12:00 = 2007-04-27", Assert.Throws<BrokenRuleException>(() => CutOffCalendar.Parse(line)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_cut_off_comes_before_its_day_and_stands_once()
    {
        var calendar = PayDays();

        Assert.Throws<BrokenRuleException>(() => calendar.Add(CutOffCalendar.Parse("2007-05-30 12:00 = 2007-05-25"), Now));
        Assert.Throws<BrokenRuleException>(() => calendar.Add(CutOffCalendar.Parse("2007-04-10 12:00 = 2007-05-25"), Now));
        calendar.Add(CutOffCalendar.Parse("2007-04-10 12:00 = 2007-04-27 17:00"), Now);
        Assert.Equal(2, calendar.Turns.Count);
    }

    [Fact]
    public void A_level_that_goes_by_cut_offs_says_whose() =>
        Assert.Contains("Choose whose cut-offs", Assert.Throws<BrokenRuleException>(() => Level(Measure.InTimeForCutOff, From("2007-01-01", 90))).Message, StringComparison.Ordinal);

    private static CutOffCalendar PayDays()
    {
        var calendar = CutOffCalendar.Keep("pay-days", "Pay days", "Europe/London");
        calendar.Add(CutOffCalendar.Parse("2007-03-12 12:00 = 2007-03-30 17:00"), Now);
        calendar.Add(CutOffCalendar.Parse("2007-04-10 12:00 = 2007-04-27 17:00"), Now);
        return calendar;
    }

    private static ClockReading ReadPay(string received, params TicketEvent[] events)
    {
        var level = Level(new LevelText("pay", "In time for pay day", Measure.InTimeForCutOff, Guid.NewGuid()) { CutOffCalendarId = Guid.NewGuid() }, From("2007-01-01", 93));
        return new Clock(level, Office, PayDays().ToCutOffs()).Read(At(received), events, At("2007-05-31T12:00Z"));
    }

    private static ServiceLevel Hours(Stops stops) => Level(new LevelText("level", "Answered", Measure.WithinWorkingHours, Guid.NewGuid()) { Stops = stops }, From("2007-01-01", 90, 4));

    private static ClockReading Read(ServiceLevel level, params TicketEvent[] events) => new Clock(level, Office).Read(At(Opened), events, At("2007-03-31T12:00Z"));

    private static (ClockState, DateTimeOffset?, int) Standing(ClockReading reading) => (reading.State, reading.Completed, reading.Row.Reopenings);

    private static TicketEvent Answer(string at) => new("answer", At(at), 0, "Answered", Meaning.Open) { IsFirstResponse = true };
}
