using EngagementHub.ServiceLevels;
using EngagementHub.ServiceLevels.Sources.Polled;

namespace EngagementHub.Tests.ServiceLevels.Sources;

public sealed class PolledSourceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly LiveRules Rules = new() { Statuses = StatusRule.Parse("new = open"), Services = ServiceRule.Parse("Queue: IT = new-account") };

    [Fact]
    public void A_source_is_asked_nothing_before_its_mapping_is_saved_and_somebody_has_resumed_it()
    {
        var source = NewSource();
        Assert.Throws<BrokenRuleException>(() => source.Resume(By));

        source.Map(Rules, "", "start", By);
        Assert.False(source.IsDue(Now));
        source.Resume(By);

        Assert.True(source.IsDue(Now));
    }

    [Fact]
    public void The_longer_a_system_fails_the_less_often_it_is_asked_and_never_less_than_every_15_minutes()
    {
        var source = Running();
        List<double> waits = [];
        for (var n = 0; n < 8; n++)
        {
            source.Fail("It failed", "Look", false, null, Now);
            waits.Add((source.NextPollAt - Now).TotalSeconds);
        }

        Assert.Equal([20, 40, 80, 160, 320, 640, 900, 900], waits);
        Assert.Equal(SourceState.Failing, source.State);
    }

    [Fact]
    public void It_is_left_alone_for_as_long_as_it_asks_for_and_one_good_answer_forgets_the_trouble()
    {
        var source = Running();
        source.Fail("Too many questions", "Wait", false, TimeSpan.FromMinutes(5), Now);
        Assert.Equal(Now.AddMinutes(5), source.NextPollAt);

        source.Take(new SourceReading([], [], "next", true), default, Now);

        Assert.Equal((SourceState.Running, 0, "", Now.AddSeconds(20), "next"), (source.State, source.Failures, source.Error, source.NextPollAt, source.Cursor));
    }

    [Fact]
    public void A_wrong_token_needs_a_person_and_a_pause_outlives_a_failure()
    {
        var source = Running();
        source.Fail("Not accepted", "Enter a new one", true, null, Now);
        Assert.Equal(SourceState.NeedsAttention, source.State);

        source.Pause(By);
        source.Fail("Not accepted", "Enter a new one", true, null, Now);

        Assert.Equal(SourceState.Paused, source.State);
    }

    [Fact]
    public void A_new_mapping_needs_a_reason_reads_everything_again_and_keeps_the_old_one()
    {
        var source = Running();
        source.Take(new SourceReading([], [], "far on", true), default, Now);
        var changed = Rules with { Category = "Queue" };
        Assert.Equal("Why", Assert.Throws<BrokenRuleException>(() => source.Map(changed, " ", "start", By)).Field);

        source.Map(changed, "Categories are wanted", "start", By);

        Assert.Equal(["", "Categories are wanted"], source.Mappings.Select(version => version.Why));
        Assert.Equal(("start", "Queue", ""), (source.Cursor, source.Rules.Category, LiveRules.Of(source.Mappings[0].Rules).Category));
    }

    [Fact]
    public void Another_server_is_not_handed_the_secret_of_the_old_one()
    {
        var source = Running();
        source.KeepSecret("encrypted", By);
        source.Describe("Desk", "https://rt.example.gov.uk/new/path", 20, By);
        Assert.Equal("encrypted", source.Secret);

        source.Describe("Desk", "https://elsewhere.example", 20, By);

        Assert.Equal("", source.Secret);
    }

    [Theory]
    [InlineData("rt.example.gov.uk")]
    [InlineData("ftp://rt.example.gov.uk")]
    [InlineData("https://user:secret@rt.example.gov.uk")]
    [InlineData("https://rt.example.gov.uk/?token=1")]
    public void An_address_is_one_of_the_web_and_holds_no_secret(string address) =>
        Assert.Equal("Address", Assert.Throws<BrokenRuleException>(() => PolledSource.Add("desk", "request-tracker", "Desk", address, "", By)).Field);

    private static Act By => new(null, Now);

    private static PolledSource NewSource() => PolledSource.Add("desk", "request-tracker", "Desk", "https://rt.example.gov.uk", "start", By);

    private static PolledSource Running()
    {
        var source = NewSource();
        source.Map(Rules, "", "start", By);
        source.Resume(By);
        return source;
    }
}
