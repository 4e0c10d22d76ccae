using EngagementHub.ServiceLevels.Sources.Polled;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.Tests.ServiceLevels.Sources;

public sealed class LiveMappingTests
{
    private static readonly DateTimeOffset Nine = new(2026, 4, 1, 8, 0, 0, TimeSpan.Zero);

    private static LiveRules Rules { get; } = new()
    {
        Statuses = StatusRule.Parse("new = open\nstalled = paused, waiting for the requester\nresolved = resolved"),
        Services = ServiceRule.Parse("Service: New account = new-account\nQueue: HR Pay = pay\nQueue: Lost property = not measured"),
        Category = "Queue",
    };

    [Fact]
    public void A_status_means_what_the_mapping_says_with_the_reason_for_a_pause()
    {
        var (report, _) = new LiveMapping(Rules).Map(Ticket(("new", "HR Pay", "New account"), ("stalled", "HR Pay", "New account")));

        Assert.Equal([(Meaning.Open, ""), (Meaning.Paused, "waiting for the requester")], report!.Events.Select(told => (told.Meaning, told.Reason!)));
        Assert.Equal(["new-account", "new-account"], report.Events.Select(told => told.Service!));
        Assert.Equal("HR Pay", report.Events[0].Category);
        Assert.True(report.IsWhole);
    }

    [Theory]
    [InlineData("escalated", "HR Pay", "Status", "escalated")]
    [InlineData("new", "Facilities", "Service", "Postage")]
    public void What_the_mapping_does_not_say_waits_and_is_not_guessed(string status, string queue, string field, string value)
    {
        var (report, unread) = new LiveMapping(Rules).Map(Ticket((status, queue, "Postage")));

        Assert.Null(report);
        Assert.Equal((field, value, true), (unread!.Field, unread.Value, unread.IsUnmapped));
    }

    [Fact]
    public void A_ticket_of_a_queue_that_is_not_measured_is_left_out_and_one_that_moves_there_is_void()
    {
        var mapping = new LiveMapping(Rules);

        Assert.Equal((null, null), mapping.Map(Ticket(("new", "Lost property", ""))));
        var moved = mapping.Map(Ticket(("new", "HR Pay", ""), ("new", "Lost property", ""))).Report!.Events[^1];
        Assert.Equal((Meaning.Void, "moved to Lost property, which is not measured"), (moved.Meaning, moved.Reason));
    }

    [Fact]
    public void What_is_typed_reads_back_as_it_was()
    {
        Assert.Equal(["new = open", "stalled = paused, waiting for the requester", "resolved = resolved"], Rules.Statuses.Select(rule => rule.ToString()));
        Assert.Equal(["Service: New account = new-account", "Queue: HR Pay = pay", "Queue: Lost property = not measured"], Rules.Services.Select(rule => rule.ToString()));
        Assert.Equal(Rules.Json, LiveRules.Of(Rules.Json).Json);
    }

    [Theory]
    [InlineData("stalled paused")]
    [InlineData("stalled = asleep")]
    [InlineData("stalled = 1")]
    [InlineData("= open")]
    public void A_line_that_says_no_meaning_is_refused(string line) => Assert.Equal("Statuses", Assert.Throws<BrokenRuleException>(() => StatusRule.Parse(line)).Field);

    private static SourceTicket Ticket(params (string Status, string Queue, string Service)[] events) => new("7", Nine, [.. events.Select((told, n) =>
        new SourceEvent($"t{n}", Nine.AddHours(n), n, told.Status, new Dictionary<string, string> { ["Queue"] = told.Queue, ["Service"] = told.Service }))]);
}
