using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Clocks;
using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Levels;
using EngagementHub.ServiceLevels.Signing;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.Tests.ServiceLevels.Signing;

/// <summary>March 2007 of a service that Sid owns, without a database.</summary>
internal static class MonthBuilder
{
    public static DateOnly March { get; } = new(2007, 3, 1);

    public static Signature Sid { get; } = By(People.Sid, "Sid Service", "Head of Service Delivery");

    public static Words Words { get; } = new("The new forms helped from the second week on.", "A ticket had been counted twice.");

    public static Signature By(StaffId who, string name = "Somebody", string title = "") => new(who, name, title, LevelBuilder.At("2007-04-04T09:00Z"));

    /// <summary>As many tickets, received on 1 March and due a week later: some done in time, the others a day late.</summary>
    public static MonthInHand Month(int inTime = 19, int late = 2, string lastHeard = "2007-03-30T15:00Z", bool live = false)
    {
        var service = Service.List("new-account", 0);
        service.Describe(new ServiceText("A new account", "", "", "", "", ""), LevelBuilder.Now);
        service.RunUnder(People.Sid);
        var level = LevelBuilder.Level(Measure.WithinWorkingDays, LevelBuilder.From("2007-01-01", 90, 5));
        var tickets = Enumerable.Range(1, inTime + late).Select(number => Ticket($"T{number:00}", number <= inTime ? "2007-03-05T10:00Z" : "2007-03-09T10:00Z")).ToList();
        var report = LevelBuilder.Report(level, tickets, LevelBuilder.At(lastHeard)) with { Service = service, IsLive = live };
        return new MonthInHand(report, March, RulesOf(level))
        {
            Figure = report.Months.FirstOrDefault(month => month.Month == March),
            Rows = [.. LevelBuilder.Readings(level, tickets, report.AsOf!.Value).Select(one => new FrozenRow("desk", one.Number, one.Clock.State == ClockState.Met ? TicketGroup.Met : TicketGroup.Missed) { Received = one.Clock.Received, Due = one.Clock.Due, Completed = one.Clock.Completed, WorkingDays = one.Clock.WorkingDays })],
            LastEvent = 100,
            LastWorkingDay = new DateOnly(2007, 3, 30),
        };
    }

    public static FrozenRules RulesOf(ServiceLevel level) => new()
    {
        Measure = level.Measure,
        Basis = level.Basis,
        From = level.Steps[0].From,
        Target = level.Steps[0].Target,
        Within = level.Steps[0].Within,
        Promised = true,
        Calendar = "department",
        CalendarVersion = 3,
        Holidays = "england-and-wales",
        Zone = "Europe/London",
    };

    private static Ticket Ticket(string number, string done)
    {
        var ticket = EngagementHub.ServiceLevels.Tickets.Ticket.Of("desk", number);
        ticket.Receive(LevelBuilder.Event("2007-03-01T10:00Z", Meaning.Open), LevelBuilder.At("2007-03-01T10:00Z"), Guid.Empty);
        ticket.Receive(LevelBuilder.Event(done, Meaning.Resolved), null, Guid.Empty);
        return ticket;
    }
}
