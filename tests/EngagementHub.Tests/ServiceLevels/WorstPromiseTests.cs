namespace EngagementHub.Tests.ServiceLevels;

/// <summary>A service with two promises: what is missed stands before what is met.</summary>
public sealed class WorstPromiseTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>
{
    private const string Passes = """
        { "name": "passes", "steps": [{ "name": "Services", "Services": [{ "Slug": "passes", "Name": "Building passes", "Owner": "sid", "Levels": [
            { "Slug": "spelt", "Name": "Names spelt right", "Measure": "share correct", "Calendar": "department", "Steps": [{ "From": "2007-01-01", "Target": 90 }], "Counts": [{ "Month": "2007-03", "Right": 960, "Of": 1000 }] },
            { "Slug": "pictured", "Name": "Pictures right", "Measure": "share correct", "Calendar": "department", "Steps": [{ "From": "2007-01-01", "Target": 99 }], "Counts": [{ "Month": "2007-03", "Right": 970, "Of": 1000 }] }] }] }] }
        """;

    [Fact]
    public async Task The_home_page_does_not_call_a_service_met_that_misses_one_of_two_promises()
    {
        await hub.Fill();
        hub.Clock.Now = new DateTimeOffset(2007, 4, 24, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal(0, (await hub.ApplyRecipe(Passes)).ExitCode);

        var home = await (await hub.As("tom")).Open("/");

        Assert.Contains("▲ 1 of 2 missed Building passes Pictures right, March 2007 [p]: 97% of 1,000 correct; promised: 99% correct", home.Text, StringComparison.Ordinal);
    }
}
