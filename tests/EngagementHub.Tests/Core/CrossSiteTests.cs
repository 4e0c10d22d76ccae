using System.Net;

namespace EngagementHub.Tests.Core;

public sealed class CrossSiteTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site", "none", HttpStatusCode.OK)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://localhost", HttpStatusCode.OK)]
    public async Task A_form_is_taken_from_our_own_pages_only(string header, string value, HttpStatusCode expected)
    {
        var tom = await hub.As("tom");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-out") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add(header, value);

        Assert.Equal(expected, (await tom.Send(request)).Status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    [InlineData("/staff")]
    [InlineData("/health/live")]
    public async Task Every_answer_carries_the_protecting_headers(string url)
    {
        using var answer = await (await hub.As("tom")).Http.GetAsync(url, TestContext.Current.CancellationToken);

        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\thttps://evil.example")]
    public async Task Signing_in_never_leads_elsewhere(string returnUrl)
    {
        var nobody = await hub.As("");

        var landed = await nobody.Post("/account/sign-in", ("persona", "tom"), ("ReturnUrl", returnUrl));

        Assert.Equal("/", landed.Url);
    }

    [Fact]
    public async Task A_missing_page_answers_404_in_our_own_words()
    {
        var page = await (await hub.As("")).Open("/no-such-page");

        page.MustBe(HttpStatusCode.NotFound);
        Assert.Equal("Page not found", page.Heading);
    }
}
