using EngagementHub.Identity.Sessions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.BrowserTests.Support;

/// <summary>The hub behind a real identity provider. Moderators show again who they are when they last did more than a minute ago.</summary>
public sealed class DepartmentHub(Chromium chromium) : BrowserFixture(chromium)
{
    private readonly int _port = HostProcess.FreePort();
    private OpenIdProvider? _provider;

    /// <summary>The machine's clock, by which sessions are judged.</summary>
    public FixedClock Machine { get; } = new(DateTimeOffset.UtcNow);

    protected override int Port => _port;

    public override async ValueTask InitializeAsync()
    {
        _provider = await OpenIdProvider.StartAsync($"http://127.0.0.1:{_port}");
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_provider is not null)
        {
            await _provider.DisposeAsync();
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Production");
        // In-box for Development only: without it pages in a browser have no styles.
        builder.UseStaticWebAssets();
        builder.UseSetting("Oidc:Authority", _provider!.Issuer);
        builder.UseSetting("Oidc:ClientId", "hub");
        builder.UseSetting("Oidc:ClientSecret", "a secret: of the tests");
        builder.UseSetting("SignIn:RecentMinutes", "1");
        builder.UseSetting("SignIn:Roles:Moderator:0", "Hub.Moderate");
        builder.ConfigureTestServices(services => services.AddSingleton(new SessionClock(Machine)));
    }
}
