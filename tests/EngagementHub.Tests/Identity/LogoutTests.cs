using System.Net;

namespace EngagementHub.Tests.Identity;

/// <summary>Signing out on the provider's side, told from server to server or through the browser.</summary>
public sealed class LogoutTests(ProviderHub hub) : IClassFixture<ProviderHub>
{
    [Fact]
    public async Task A_notice_of_the_provider_ends_the_session_and_is_taken_once()
    {
        var rosa = await hub.SignedIn("back", "Rosa Reader");
        var token = hub.Provider.LogoutToken("", "notice-1");

        Assert.Equal(HttpStatusCode.OK, await Notice(token));

        Assert.Equal(HttpStatusCode.Redirect, (await rosa.Http.GetAsync("/notifications", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, await Notice(token));
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("no-event")]
    [InlineData("event-text")]
    [InlineData("no-one")]
    [InlineData("no-jti")]
    [InlineData("typ")]
    [InlineData("alg-none")]
    [InlineData("hs256")]
    [InlineData("wrong-key")]
    [InlineData("kid")]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("expired")]
    [InlineData("no-exp")]
    [InlineData("issued-later")]
    public async Task A_notice_that_is_not_right_ends_nothing(string lie)
    {
        var rosa = await hub.SignedIn($"lie-{lie}", "Rosa Reader");

        Assert.Equal(HttpStatusCode.BadRequest, await Notice(hub.Provider.LogoutToken(lie, $"notice-{lie}")));

        (await rosa.Http.GetAsync("/notifications", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    public async Task What_is_no_token_is_refused(string token) => Assert.Equal(HttpStatusCode.BadRequest, await Notice(token));

    [Fact]
    public async Task A_frame_on_the_providers_page_ends_the_session_it_names()
    {
        var rosa = await hub.SignedIn("front", "Rosa Reader");
        using var frame = hub.CreateClient(new() { HandleCookies = false });

        using var wrong = await frame.GetAsync("/signout-oidc?iss=http%3A%2F%2Fevil.example&sid=session-of-front", TestContext.Current.CancellationToken);
        (await rosa.Http.GetAsync("/notifications", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        using var right = await frame.GetAsync($"/signout-oidc?iss={Uri.EscapeDataString(hub.Provider.Issuer)}&sid=session-of-front", TestContext.Current.CancellationToken);

        Assert.Contains($"frame-ancestors {hub.Provider.Issuer}", right.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await rosa.Http.GetAsync("/notifications", TestContext.Current.CancellationToken)).StatusCode);
    }

    private async Task<HttpStatusCode> Notice(string token)
    {
        using var http = hub.CreateClient(new() { HandleCookies = false });
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", token)]);
        using var answer = await http.PostAsync("/signout-oidc", form, TestContext.Current.CancellationToken);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        return answer.StatusCode;
    }
}
