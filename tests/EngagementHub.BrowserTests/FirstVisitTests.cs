using System.IO.Compression;
using EngagementHub.BrowserTests.Support;
using Microsoft.Playwright;

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
        List<IResponse> answers = [];
        browser.Page.Response += (_, answer) => answers.Add(answer);
        var blocking = await Blocking(browser.Page);

        await browser.Page.GotoAsync(Post, new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.InRange((await Task.WhenAll(answers.Select(Packed))).Sum() / 1000.0, 1, MostKilobytes);
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

    private static async Task<HashSet<string>> Blocking(IPage page)
    {
        var blocking = new HashSet<string>();
        var panel = await page.Context.NewCDPSessionAsync(page);
        panel.Event("Network.requestWillBeSent").OnEvent += (_, e) =>
        {
            if (e!.Value.TryGetProperty("renderBlockingBehavior", out var how) && how.GetString() is "Blocking" or "InBodyParserBlocking")
            {
                blocking.Add(e.Value.GetProperty("request").GetProperty("url").GetString()!);
            }
        };
        await panel.SendAsync("Network.enable");
        return blocking;
    }

    // Publishing is what packs style sheets and scripts, so each body is packed here, as it is sent to a browser that knows no Brotli.
    private static async Task<long> Packed(IResponse answer)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await gzip.WriteAsync(answer.Status == 200 ? await answer.BodyAsync() : []);
        }

        return packed.Length;
    }
}
