using EngagementHub.BrowserTests.Support;

namespace EngagementHub.BrowserTests.Journeys;

/// <summary>A hosting period from the invitation to the handover, by somebody whose browser runs no script and who has no mouse.</summary>
public sealed class HandoverJourney(BrowserFixture hub) : IClassFixture<BrowserFixture>
{
    private const string Host = "head-of-recruitment";
    private const string Kept = "Every vacancy will show its closing date.";
    private const string Left = "We will publish how long each campaign took.";

    [Fact]
    public async Task A_director_is_invited_hosts_promises_and_hands_over_by_keyboard_without_script()
    {
        await using var browser = await hub.Open(script: false);
        var firstDay = DateOnly.FromDateTime(hub.Clock.Now.UtcDateTime).AddDays(14);
        var lastDay = firstDay.AddDays(4);
        var hosting = new HostingByKeys(browser, Host);

        await hosting.Invite("Head of recruitment", firstDay, lastDay);
        await hosting.Accept();
        await GoTo(firstDay);
        await hosting.Publish("How we recruit", $"{Kept} {Left}");
        await hosting.Promise("How we recruit", Kept, lastDay.AddDays(30));
        await hosting.Promise("How we recruit", Left, lastDay.AddDays(60));

        await GoTo(lastDay.AddDays(1));
        await hosting.PostIsRefused();
        await hosting.MayStillAnswer();
        await hosting.LeaveWords("Please look after the closing dates.");

        await hosting.TakeOver(Kept);
        await hosting.Decline(Left, "Only recruitment has the figures");
    }

    private async Task GoTo(DateOnly day)
    {
        hub.Clock.Now = new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero);
        await hub.RunJob("blogging.hosting-reminders");
        await hub.RunJob("blogging.handovers");
    }
}
