using System.Net;
using Microsoft.AspNetCore.Hosting;

namespace EngagementHub.Tests.Host;

public sealed class ModulesOffTests
{
    [Theory]
    [InlineData("ServiceLevels", "/service-levels")]
    [InlineData("Plans", "/plans")]
    [InlineData("Plans,Surveys,ServiceLevels", "/plans")]
    [InlineData("Responses", "/promises")]
    [InlineData("Responses,Blogging", "/blogs")]
    [InlineData("Responses,Blogging,Conversation", "/code-of-conduct")]
    public async Task A_hub_without_some_rooms_opens_and_the_doors_to_them_are_gone(string off, string door)
    {
        await using var hub = new HubWithout(off.Split(','));
        var ada = await hub.As("admin");

        var home = await ada.Open("/");

        home.MustBe(HttpStatusCode.OK);
        Assert.DoesNotContain($"href=\"{door}\"", home.Document.QuerySelector("nav")!.OuterHtml, StringComparison.Ordinal);
        (await ada.Open(door)).MustBe(HttpStatusCode.NotFound);
    }

    private sealed class HubWithout(string[] modules) : HubFixture
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            for (var i = 0; i < modules.Length; i++)
            {
                builder.UseSetting($"Hub:ModulesOff:{i}", modules[i]);
            }
        }
    }
}
