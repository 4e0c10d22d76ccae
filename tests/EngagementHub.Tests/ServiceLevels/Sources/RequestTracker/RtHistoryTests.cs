using EngagementHub.ServiceLevels.Sources.Polled;
using EngagementHub.ServiceLevels.Sources.RequestTracker;

namespace EngagementHub.Tests.ServiceLevels.Sources.RequestTracker;

public sealed class RtHistoryTests
{
    private static readonly DateTimeOffset Nine = new(2026, 4, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly RtHistory History = new(new Dictionary<string, string> { ["3"] = "IT Requests", ["4"] = "HR Pay" });

    [Fact]
    public void The_status_before_the_first_change_is_the_one_it_was_opened_with() =>
        Assert.Equal(["new", "open", "stalled"], Tell(Row("stalled"), Status(2, 1, "new", "open"), Status(3, 2, "open", "stalled")).Select(told => told.Status));

    [Fact]
    public void A_ticket_without_changes_was_opened_as_it_stands() => Assert.Equal(["resolved"], Tell(Row("resolved")).Select(told => told.Status));

    [Fact]
    public void Queue_and_field_are_told_as_they_were_at_each_time()
    {
        var events = Tell(Row("open", "4", "Pay query"), Status(2, 1, "new", "open"), Change(3, 2, "Set", "Queue", "3", "4"), Change(4, 3, "CustomField", "2", "New account", "Pay query"));

        Assert.Equal(["IT Requests", "IT Requests", "HR Pay", "HR Pay"], events.Select(told => told.Fields[LiveRules.Queue]));
        Assert.Equal(["New account", "New account", "New account", "Pay query"], events.Select(told => told.Fields["Service"]));
    }

    [Fact]
    public void A_merged_ticket_ends_with_the_merger_and_the_other_one_goes_on()
    {
        var merged = Row("resolved") with { EffectiveId = 5 };
        var events = Tell(merged, Status(2, 1, "new", "open"), Change(3, 2, "AddLink", "MergedInto", "", "fsck.com-rt://rt.test/ticket/5"), Status(9, 3, "open", "resolved"));
        Assert.Equal("merged into 5", events[^1].VoidBecause);

        var other = Tell(Row("open") with { Id = 5, EffectiveId = 5 }, Change(4, 2, "AddLink", "MergedInto", "", "fsck.com-rt://rt.test/ticket/5") with { TicketId = 5 });
        Assert.All(other, told => Assert.Null(told.VoidBecause));
    }

    [Fact]
    public void Rows_that_became_readable_late_stand_where_their_time_puts_them() =>
        Assert.Equal(["new", "open", "resolved"], Tell(Row("resolved"), Status(8, 2, "open", "resolved"), Status(9, 1, "new", "open")).OrderBy(told => told.Order).Select(told => told.Status));

    [Fact]
    public void The_first_answer_is_one_of_staff_and_not_of_the_requester()
    {
        var events = Tell(Row("open"), Change(2, 1, "Correspond", "", "", "") with { Creator = "person1" }, Change(3, 2, "Correspond", "", "", ""), Change(4, 3, "Correspond", "", "", ""));

        Assert.Equal(["opened", "t3"], events.Select(told => told.Key));
        Assert.True(events[1].IsFirstResponse);
    }

    [Fact]
    public void A_status_whose_change_is_not_readable_yet_is_in_flight()
    {
        Assert.True(RtHistory.IsInFlight(Row("resolved"), [Status(2, 1, "new", "open")]));
        Assert.False(RtHistory.IsInFlight(Row("open"), [Status(2, 1, "new", "open")]));
        Assert.False(RtHistory.IsInFlight(Row("open"), []));
    }

    private static IReadOnlyList<SourceEvent> Tell(RtTicket ticket, params RtTransaction[] rows) => History.Tell(ticket, rows).Events;

    private static RtTicket Row(string status, string queue = "3", string service = "New account") => new(7, 7, "ticket", status, queue, "", Nine, Nine)
    {
        CustomFields = new Dictionary<string, (string, IReadOnlyList<string>)> { ["2"] = ("Service", [service]) },
        Requestors = new HashSet<string> { "person1" },
    };

    private static RtTransaction Status(long id, int hours, string from, string to) => Change(id, hours, "Status", "Status", from, to);

    private static RtTransaction Change(long id, int hours, string type, string field, string from, string to) => new(id, 7, type, field, from, to, Nine.AddHours(hours), "agent");
}
