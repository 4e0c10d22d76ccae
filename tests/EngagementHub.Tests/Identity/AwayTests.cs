using System.Data.Common;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Identity;

/// <summary>What others fail at is said calmly, and what does not need them goes on.</summary>
public sealed class AwayTests
{
    [Fact]
    public async Task Without_the_provider_the_hub_starts_is_read_and_keeps_who_is_signed_in()
    {
        await using var hub = new ProviderHub();
        var rosa = await hub.SignedIn("rosa", "Rosa Reader");
        await hub.Provider.DisposeAsync();
        hub.Machine.Now += TimeSpan.FromMinutes(20);

        (await rosa.Go("/notifications")).MustBe(HttpStatusCode.OK);
        hub.Machine.Now += TimeSpan.FromHours(11);
        var page = await hub.Open().Go("/");
        page.MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_provider_that_never_answered_is_said_on_the_way_to_it()
    {
        await using var hub = new ProviderHub();
        await hub.Provider.DisposeAsync();

        var page = await hub.Open().Go("/account/sign-in?returnUrl=/notifications");

        page.MustBe(HttpStatusCode.ServiceUnavailable);
        Assert.Equal("Signing in is not possible just now", page.Heading);
        Assert.Equal("/account/sign-in?returnUrl=%2Fnotifications", page.Document.QuerySelector("main a.govuk-button")!.GetAttribute("href"));
        (await hub.Open().Go("/health/ready")).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task While_sessions_cannot_be_read_the_page_about_errors_is_shown_and_nobody_is_signed_out()
    {
        await using var hub = new HubWithoutSessions();
        var tom = await hub.As("tom");
        // Whoever signs out ends what was read of sessions before.
        await (await hub.As("sam")).Post("/account/sign-out");
        hub.IsAway = true;

        var page = await tom.Open("/notifications");

        page.MustBe(HttpStatusCode.InternalServerError);
        Assert.Equal("Sorry, there is a problem", page.Heading);
        hub.IsAway = false;
        (await tom.Open("/notifications")).MustBe(HttpStatusCode.OK);
    }

    private sealed class HubWithoutSessions : HubFixture
    {
        public bool IsAway { get; set; }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.ConfigureDbContext<EngagementHub.Core.Data.HubDb>(o => o.AddInterceptors(new Refusing(this))));
        }
    }

    private sealed class Refusing(HubWithoutSessions hub) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            hub.IsAway && command.CommandText.Contains("identity_sessions", StringComparison.Ordinal) ? throw new Gone() : new(result);
    }

    private sealed class Gone() : DbException("The database is away");
}
