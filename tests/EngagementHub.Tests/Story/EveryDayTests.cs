using System.Net;

namespace EngagementHub.Tests.Story;

/// <summary>The demonstration's clock can be moved to any day; every page a reader finds from the home page must open on it.</summary>
public sealed class EveryDayTests(EveryDayTests.Hub hub) : IClassFixture<EveryDayTests.Hub>
{
    private static readonly string[] Pages =
    [
        "/", "/blogs", "/blogs/permanent-secretary", "/blogs/permanent-secretary/hosting", "/blogs/permanent-secretary/hosting/calendar/2007/4", "/blogs/permanent-secretary/feed", "/answers", "/promises",
        "/service-levels", "/search?q=pay", "/moderation/transparency", "/how-anonymous", "/code-of-conduct",
    ];

    [Theory]
    [InlineData("2006-12-31T12:00:00Z")]
    [InlineData("2007-01-30T09:00:00Z")]
    [InlineData("2007-02-15T12:00:00Z")]
    [InlineData("2007-04-24T09:00:00Z")]
    [InlineData("2007-04-28T00:30:00+01:00")]
    [InlineData("2007-10-28T01:30:00+01:00")]
    [InlineData("2008-02-29T23:59:59Z")]
    [InlineData("2026-11-22T12:00:00Z")]
    public async Task Every_page_opens_on_every_day(string now)
    {
        var owner = await hub.As("permanent-secretarys-office");
        hub.Clock.Now = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        var reader = await hub.As("");

        foreach (var url in Pages)
        {
            Assert.True((await reader.Open(url)).Status == HttpStatusCode.OK, $"{url} does not open for a reader");
            Assert.True((await owner.Open(url)).Status == HttpStatusCode.OK, $"{url} does not open for the blog's owner");
        }
    }

    public sealed class Hub : HubFixture
    {
        public Hub() => Clock.Now = new DateTimeOffset(2008, 12, 31, 12, 0, 0, TimeSpan.Zero);

        protected override string Recipe { get; } = Path.Combine(HostProcess.Root, "content-recipes", "home-office-2007.recipe.json");
    }
}
