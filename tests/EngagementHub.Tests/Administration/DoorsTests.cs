using System.Net;

namespace EngagementHub.Tests.Administration;

public sealed class DoorsTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Fact]
    public async Task Every_door_of_the_administration_opens_for_whom_it_is_shown()
    {
        var ada = await hub.As("admin");
        var doors = Doors(await ada.Open("/administration"));

        Assert.Contains("/roles", doors);
        Assert.Contains("/code-of-conduct/publish", doors);
        Assert.Contains("/records/retention", doors);
        foreach (var door in doors)
        {
            (await ada.Open(door)).MustBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task A_door_to_a_module_that_is_off_is_not_shown()
    {
        await using var off = new Restarted(hub) { Off = ["Surveys", "Plans", "ServiceLevels"] };

        Assert.DoesNotContain(Doors(await (await off.As("admin")).Open("/administration")), d => d.StartsWith("/service-levels", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_footer_leads_to_the_pages_of_the_site()
    {
        var home = await (await hub.As("")).Open("/");

        foreach (var url in (string[])["/accessibility", "/privacy", "/contact"])
        {
            Assert.NotNull(home.Document.QuerySelector($"footer a[href='{url}']"));
            (await (await hub.As("")).Open(url)).MustBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Who_administers_nothing_has_no_administration()
    {
        var tom = await hub.As("tom");

        (await tom.Open("/administration")).MustBe(HttpStatusCode.Forbidden);
        Assert.Null((await tom.Open("/")).Document.QuerySelector("a[href='/administration']"));
    }

    private static List<string> Doors(HubPage page) => [.. page.Document.QuerySelectorAll("main li a").Select(a => a.GetAttribute("href")!)];
}
