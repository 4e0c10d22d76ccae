namespace EngagementHub.Tests.ServiceLevels.Sources.Killed;

// Twenty rounds in four classes, each with a hub of its own: a round mostly waits for the hub's own pauses, so the classes run at once. Run by tests/run.sh --faults.

[Trait("Needs", "Faults")]
public sealed class KilledInRounds1To5Tests(KilledHub hub) : KilledWhileReading(hub), IClassFixture<KilledHub>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public Task No_ticket_is_lost_or_counted_twice_whatever_fails_and_whenever_the_hub_is_killed(int round) => RoundAsync(round);
}

[Trait("Needs", "Faults")]
public sealed class KilledInRounds6To10Tests(KilledHub hub) : KilledWhileReading(hub), IClassFixture<KilledHub>
{
    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public Task No_ticket_is_lost_or_counted_twice_whatever_fails_and_whenever_the_hub_is_killed(int round) => RoundAsync(round);
}

[Trait("Needs", "Faults")]
public sealed class KilledInRounds11To15Tests(KilledHub hub) : KilledWhileReading(hub), IClassFixture<KilledHub>
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    public Task No_ticket_is_lost_or_counted_twice_whatever_fails_and_whenever_the_hub_is_killed(int round) => RoundAsync(round);
}

[Trait("Needs", "Faults")]
public sealed class KilledInRounds16To20Tests(KilledHub hub) : KilledWhileReading(hub), IClassFixture<KilledHub>
{
    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(19)]
    [InlineData(20)]
    public Task No_ticket_is_lost_or_counted_twice_whatever_fails_and_whenever_the_hub_is_killed(int round) => RoundAsync(round);
}
