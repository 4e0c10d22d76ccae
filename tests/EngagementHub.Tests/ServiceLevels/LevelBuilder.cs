using EngagementHub.ServiceLevels;
using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Clocks;
using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Kept;
using EngagementHub.ServiceLevels.Levels;
using EngagementHub.ServiceLevels.Sources;
using EngagementHub.ServiceLevels.Tickets;
using EngagementHub.WorkingTime;

namespace EngagementHub.Tests.ServiceLevels;

/// <summary>Service levels and tickets for tests, without a database.</summary>
internal static class LevelBuilder
{
    public static WorkingCalendar Office { get; } =
        WorkingCalendar.In("Europe/London").Week(WeeklyHours.MondayToFriday("09:00", "17:00")).BankHolidays("england-and-wales").Build();

    public static Act Now { get; } = new(People.Sid, At("2007-05-01T09:00Z"));

    public static MappingRules ServiceNow { get; } = new()
    {
        TimeFormat = "dd-MM-yyyy HH:mm",
        Missing = "?",
        Ticket = "number",
        EventTime = "sys_updated_at",
        Order = "sys_mod_count",
        State = "incident_state",
        Opened = "opened_at",
        Category = "category",
        Service = "it-incidents",
        Live = false,
        States = StateRule.Parse("New = open\nActive = open\nAwaiting User Info = paused\nAwaiting Problem = open\nAwaiting Vendor = open\nAwaiting Evidence = open\nResolved = resolved\nClosed = closed"),
    };

    public static MappingRules ServiceDesk { get; } = new()
    {
        Ticket = "ticket",
        EventTime = "at",
        State = "state",
        ServiceColumn = "service",
        Category = "category",
        Live = false,
        States = StateRule.Parse("Received = open\nWaiting for requester = paused\nBack with us = open\nDelivered = resolved\nWithdrawn = void"),
    };

    public static ServiceLevel Level(Measure measure, params Step[] steps) => Level(new LevelText("level", "Delivered", measure, Guid.NewGuid()), steps);

    public static ServiceLevel Level(LevelText text, params Step[] steps) => ServiceLevel.Define(Guid.NewGuid(), text, steps, Now);

    public static Step From(string day, decimal target, int within = 0) => new(DateOnly.Parse(day, null), target, within);

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, null, System.Globalization.DateTimeStyles.AssumeUniversal).ToUniversalTime();

    public static TicketEvent Event(string at, Meaning meaning, long order = 0) => new($"{order}|{at}|{meaning}", At(at), order, meaning.ToString(), meaning);

    public static string File(params string[] folders) => System.IO.Path.Combine([AppContext.BaseDirectory, "ServiceLevels", .. folders]);

    /// <summary>Reads a file into tickets, refusing any rejection.</summary>
    public static Dictionary<string, List<Ticket>> Tickets(TextReader text, MappingRules rules)
    {
        var tickets = new Dictionary<string, (string Service, Ticket Ticket)>();
        using var file = new TicketFile(text, rules, DateTimeOffset.MaxValue.AddDays(-2));
        foreach (var (row, rejection) in file.Rows())
        {
            Assert.Null(rejection);
            tickets.TryAdd(row!.Number, (row.Service, Ticket.Of("test", row.Number)));
            foreach (var happened in row.Events)
            {
                tickets[row.Number].Ticket.Receive(happened, row.OpenedAt, Guid.Empty);
            }
        }

        return tickets.Values.GroupBy(entry => entry.Service, entry => entry.Ticket).ToDictionary(service => service.Key, service => service.ToList());
    }

    public static LevelReport Report(ServiceLevel level, IReadOnlyList<Ticket> tickets, DateTimeOffset? asOf = null)
    {
        var service = Service.List("service", 0);
        service.Describe(new ServiceText("A service", "", "", "", "", ""), Now);
        var (writer, at) = (new ReportWriter(service, level, Office), asOf ?? tickets.Max(ticket => ticket.LastEventAt));
        return level.HasTickets ? writer.Write(SheetOf(level, tickets, at), at) with { Calendar = Office } : writer.Write(at);
    }

    /// <summary>Each ticket's clock as of an instant, of those that were open by then.</summary>
    public static IReadOnlyList<(string Number, ClockReading Clock)> Readings(ServiceLevel level, IEnumerable<Ticket> tickets, DateTimeOffset asOf) =>
        [.. tickets.Where(ticket => level.Takes(ticket.Category) && ticket.OpenedAt <= asOf).Select(ticket => (ticket.Number, new Clock(level, Office).Read(ticket.OpenedAt, ticket.Events, asOf)))];

    public static Sheet SheetOf(ServiceLevel level, IEnumerable<Ticket> tickets, DateTimeOffset asOf)
    {
        var sheet = new Sheet();
        foreach (var (number, clock) in Readings(level, tickets, asOf))
        {
            sheet.Add(clock.Row, clock.Ledger, level, Office, asOf);
            sheet.Oldest = clock.IsOpen && (sheet.Oldest is null || clock.Received < sheet.Oldest.Received) ? new OldestOpen(number, clock.Received, clock.WorkingDays) : sheet.Oldest;
        }

        return sheet;
    }
}
