using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting;

namespace EngagementHub.Tests.Core;

public sealed class RateLimitTests(RateLimitTests.Limited hub) : IClassFixture<RateLimitTests.Limited>
{
    [Fact]
    public async Task A_burst_of_200_is_answered_429_with_what_was_typed_and_others_notice_nothing()
    {
        var (tom, sam) = (await hub.As("tom"), await hub.As("sam"));
        var url = $"/comments/write?on=test.thing/{Guid.NewGuid()}";
        (string, string)[] typed = [("Text", "A long thought that took ten minutes to write, and is not lost"), ("Shown", "anonymous")];

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => tom.Post(url, typed)));

        Assert.Equal(5, answers.Count(a => a.Status == HttpStatusCode.NotFound));
        var refused = answers.Where(a => a.Status == HttpStatusCode.TooManyRequests).ToList();
        Assert.Equal(195, refused.Count);
        Assert.Equal("A long thought that took ten minutes to write, and is not lost", refused[0].Document.QuerySelector("textarea[name=Text]")!.TextContent);
        (await sam.Post(url, typed)).MustBe(HttpStatusCode.NotFound);
        (await tom.Open("/notifications")).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task It_says_when_to_come_back()
    {
        var grace = await hub.As("grace");
        for (var i = 0; i < 5; i++)
        {
            await grace.Post($"/comments/write?on=test.thing/{Guid.NewGuid()}");
        }

        using var answer = await grace.Http.PostAsync($"/comments/write?on=test.thing/{Guid.NewGuid()}", new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(int.Parse(answer.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture), 1, 720);
    }

    public sealed class Limited : HubFixture
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Limits:Write:Permits", "5");
            builder.UseSetting("Limits:Write:Seconds", "3600");
        }
    }
}
