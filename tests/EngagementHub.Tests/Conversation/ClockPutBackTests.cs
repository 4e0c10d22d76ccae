namespace EngagementHub.Tests.Conversation;

/// <summary>The demonstration's clock can be moved back: what was decided later is not told to the writer.</summary>
public sealed class ClockPutBackTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    [Fact]
    public async Task A_writer_is_told_nothing_that_has_not_happened_yet()
    {
        var (on, now) = (await hub.Open(title: "By the clock"), hub.Clock.Now);
        var (tom, mina) = (await hub.As("tom"), await hub.As("mina"));
        await ConversationFixture.Write(tom, on, "Too late for whom?");
        var id = Assert.Single(await hub.Received(on)).Id;
        hub.Clock.Now = now.AddDays(1);
        await (await mina.Open($"/moderation/{id}/decline")).Submit(("Clause", "1"), ("Reason", "It names a colleague"));
        hub.Clock.Now = now.AddDays(2);
        await ConversationFixture.Write(tom, on, "Sent two days later");
        await (await tom.Open($"/comments/appeal?id={id}")).Submit(("Words", "It does not"));

        hub.Clock.Now = now;
        var first = (await tom.Open("/comments/mine")).Text;
        hub.Clock.Now = now.AddDays(1);
        var second = (await tom.Open("/comments/mine")).Text;
        hub.Clock.Now = now.AddDays(2);
        var third = (await tom.Open("/comments/mine")).Text;
        hub.Clock.Now = now;

        Assert.Contains("Waiting for a moderator", first, StringComparison.Ordinal);
        Assert.DoesNotContain("It names a colleague", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Declined", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Sent two days later", first, StringComparison.Ordinal);
        Assert.Contains("It names a colleague", second, StringComparison.Ordinal);
        Assert.DoesNotContain("you appealed", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Sent two days later", second, StringComparison.Ordinal);
        Assert.Contains("you appealed", third, StringComparison.Ordinal);
        Assert.Contains("Sent two days later", third, StringComparison.Ordinal);
    }
}
