using Microsoft.AspNetCore.Hosting;

namespace EngagementHub.Tests.Identity;

/// <summary>What a proxy says of a request is believed of the proxies that the settings name, and of nobody else.</summary>
[Trait("Runs", "Once")]
public sealed class TrustedProxyTests
{
    [Theory]
    [InlineData("127.0.0.1", "https://hub.department.example/signin-oidc")]
    [InlineData("127.0.0.0/8", "https://hub.department.example/signin-oidc")]
    [InlineData("10.0.0.0/8", "http://127.0.0.1")]
    [InlineData("", "http://127.0.0.1")]
    public async Task The_address_that_the_provider_sends_back_to_follows_a_trusted_proxy_only(string trusted, string beginning)
    {
        await using var hub = new HubBehindProxy(trusted);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{hub.Address}account/sign-in");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "hub.department.example");

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains($"redirect_uri={Uri.EscapeDataString(beginning)}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(beginning.StartsWith("https", StringComparison.Ordinal), answer.Headers.GetValues("Set-Cookie").Single().StartsWith("__Host-", StringComparison.Ordinal));
    }

    private sealed class HubBehindProxy : ProviderHub
    {
        private readonly string _trusted;

        public HubBehindProxy(string trusted)
        {
            _trusted = trusted;
            Listen(0);
        }

        public Uri Address => ClientOptions.BaseAddress;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Proxies:Trusted:0", _trusted);
        }
    }
}
