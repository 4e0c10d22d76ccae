using EngagementHub.BrowserTests.Support;

namespace EngagementHub.BrowserTests;

/// <summary>What a first visit to a post costs on an old laptop and a thin line.</summary>
public sealed class FirstVisitTests(BrowserFixture hub) : IClassFixture<BrowserFixture>
{
    private const string Post = "/blogs/permanent-secretary/2007/04/18/ten-days-to-ask-hr";
    private const int MostKilobytes = 60;
    private const int MostBlocking = 2;

    [Theory]
    [InlineData("")]
    [InlineData("staff-member")]
    public async Task A_post_comes_in_sixty_kilobytes_with_everything_it_needs_and_little_blocks_it(string persona)
    {
        await using var browser = await hub.OpenAs(persona);
        var (bytes, blocking) = (0.0, new HashSet<string>());
        var panel = await browser.Page.Context.NewCDPSessionAsync(browser.Page);
        panel.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += e!.Value.GetProperty("encodedDataLength").GetDouble();
        panel.Event("Network.requestWillBeSent").OnEvent += (_, e) =>
        {
            if (e!.Value.TryGetProperty("renderBlockingBehavior", out var how) && how.GetString() is "Blocking" or "InBodyParserBlocking")
            {
                blocking.Add(e.Value.GetProperty("request").GetProperty("url").GetString()!);
            }
        };
        await panel.SendAsync("Network.enable");

        await browser.Page.GotoAsync(Post, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });

        Assert.InRange(bytes / 1000, 1, MostKilobytes);
        Assert.InRange(blocking.Count, 1, MostBlocking);
    }

    [Fact]
    public async Task It_is_read_whole_without_script()
    {
        await using var browser = await hub.Open(script: false);

        await browser.Page.GotoAsync(Post);

        Assert.True(await browser.Page.Locator("article h1").IsVisibleAsync());
        Assert.True(await browser.Page.Locator("#comments").IsVisibleAsync());
        Assert.True(await browser.Page.Locator("#comments article").First.IsVisibleAsync());
    }
}
