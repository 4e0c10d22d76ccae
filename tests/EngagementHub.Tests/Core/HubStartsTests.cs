using System.Net;

namespace EngagementHub.Tests.Core;

public sealed class HubStartsTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Fact]
    public async Task Anyone_reaches_the_home_page()
    {
        var page = await (await hub.As("")).Open("/");

        page.MustBe(HttpStatusCode.OK);
        Assert.Equal("/", page.Url);
        Assert.Contains("EngagementHub", page.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_gives_a_role_and_it_holds_at_once()
    {
        var ada = await hub.As("admin");
        var sam = await hub.As("sam");
        (await sam.Open("/staff")).MustBe(HttpStatusCode.Forbidden);

        var saved = await (await ada.Open("/staff/sam")).Submit(("Roles", "Administrator"));

        Assert.Contains("Sam Stone now holds: Administrator", saved.Body, StringComparison.Ordinal);
        (await sam.Open("/staff")).MustBe(HttpStatusCode.OK);
    }
}
