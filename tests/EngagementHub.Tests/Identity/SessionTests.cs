using System.Net;
using EngagementHub.Core.Data;
using EngagementHub.Identity;
using EngagementHub.Identity.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Identity;

/// <summary>A session ends when it should, everywhere, and keeps no more than a day of what somebody did when.</summary>
public sealed class SessionTests(ProviderHub hub) : IClassFixture<ProviderHub>
{
    [Fact]
    public async Task Idle_for_an_hour_means_signed_out()
    {
        var rosa = await hub.SignedIn("idle", "Rosa Reader");

        hub.Machine.Now += TimeSpan.FromMinutes(50);
        await MustBeIn(rosa);
        hub.Machine.Now += TimeSpan.FromMinutes(50);
        await MustBeIn(rosa);
        hub.Machine.Now += TimeSpan.FromMinutes(61);
        await MustBeOut(rosa);
    }

    [Fact]
    public async Task After_twelve_hours_a_session_ends_however_busy_it_is()
    {
        var rosa = await hub.SignedIn("busy", "Rosa Reader");
        for (var hour = 1; hour < 24; hour++)
        {
            hub.Machine.Now += TimeSpan.FromMinutes(30);
            await MustBeIn(rosa);
        }

        hub.Machine.Now += TimeSpan.FromMinutes(31);
        await MustBeOut(rosa);
    }

    [Fact]
    public async Task Who_signs_in_ends_no_reading_of_others_sessions_and_who_signs_out_does()
    {
        var editions = hub.Services.GetRequiredService<Editions>();
        var before = editions.Of([typeof(Session)]);

        var rosa = await hub.SignedIn("unheard", "Rosa Reader");
        Assert.Equal(before, editions.Of([typeof(Session)]));

        await rosa.Post("/account/sign-out");
        Assert.NotEqual(before, editions.Of([typeof(Session)]));
    }

    [Fact]
    public async Task Signing_in_makes_the_session_anew_and_the_old_cookie_is_dead()
    {
        var rosa = await hub.SignedIn("anew", "Rosa Reader");
        var old = Cookie(rosa);

        (await rosa.Go("/account/sign-in?returnUrl=/notifications")).MustBe(HttpStatusCode.OK);

        Assert.NotEqual(old, Cookie(rosa));
        Assert.False(await IsIn(old));
    }

    [Fact]
    public async Task A_cookie_kept_from_before_signing_out_is_dead()
    {
        var rosa = await hub.SignedIn("out", "Rosa Reader");
        var kept = Cookie(rosa);
        Assert.True(await IsIn(kept));

        var page = await rosa.Post("/account/sign-out");

        Assert.Equal("You are signed out here", page.Heading);
        Assert.False(await IsIn(kept));
    }

    [Fact]
    public async Task Signing_out_goes_on_to_the_provider_and_comes_back()
    {
        var rosa = await hub.SignedIn("end", "Rosa Reader");

        var page = await rosa.Post("/account/sign-out");

        var there = page.Document.QuerySelector("main a")!.GetAttribute("href")!;
        Assert.StartsWith($"{hub.Provider.Issuer}/end?client_id=hub&post_logout_redirect_uri=", there, StringComparison.Ordinal);
        Assert.Equal("You are signed out", (await rosa.Go(there)).Heading);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_browser()
    {
        var (desk, train) = (await hub.SignedIn("every", "Rosa Reader"), await hub.SignedIn("every", "Rosa Reader"));
        var places = await desk.Go("/account/sessions");
        Assert.Contains("2 places", places.Text, StringComparison.Ordinal);

        await desk.Post("/account/sessions?handler=Everywhere");

        Assert.False(await IsIn(Cookie(train)));
    }

    [Fact]
    public async Task One_place_is_ended_and_nobody_elses()
    {
        var (desk, train, other) = (await hub.SignedIn("one", "Rosa Reader"), await hub.SignedIn("one", "Rosa Reader"), await hub.SignedIn("two", "Sue Stranger"));
        var place = (await desk.Go("/account/sessions")).Document.QuerySelector("button[name=place]")!.GetAttribute("value")!;

        await other.Post("/account/sessions", ("place", place));
        Assert.True(await IsIn(Cookie(train)));
        await desk.Post("/account/sessions", ("place", place));

        Assert.False(await IsIn(Cookie(train)));
        Assert.True(await IsIn(Cookie(desk)));
    }

    [Theory]
    [InlineData("EndSessions")]
    [InlineData("Leave")]
    public async Task An_administrator_ends_somebodys_sessions(string handler)
    {
        var (ada, rosa) = (await hub.SignedIn("ada", "Ada Admin", null, "Hub.Administer"), await hub.SignedIn($"rosa-{handler}", $"Rosa {handler}"));
        Assert.True(await IsIn(Cookie(rosa)));

        (await ada.Post($"/staff/rosa-{handler.ToLowerInvariant()}?handler={handler}")).MustBe(HttpStatusCode.OK);

        Assert.False(await IsIn(Cookie(rosa)));
    }

    [Fact]
    public async Task What_is_kept_of_a_session_are_days_and_a_hash()
    {
        var rosa = await hub.SignedIn("kept", "Rosa Kept");
        var cookie = Cookie(rosa);
        var session = await hub.In((_, db) => db.Sessions.OrderByDescending(s => s.StartedOn).FirstAsync());

        Assert.Equal(DateOnly.FromDateTime(hub.Machine.Now.UtcDateTime), session.LastSeenOn);
        Assert.DoesNotContain(session.GetType().GetProperties(), p => p.PropertyType == typeof(DateTimeOffset) || p.PropertyType == typeof(DateTimeOffset?));
        Assert.DoesNotContain("Rosa", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sessions_that_are_over_are_forgotten()
    {
        await hub.SignedIn("forgotten", "Rosa Reader");
        hub.Machine.Now += TimeSpan.FromDays(3);

        await hub.RunJob("identity.forget-sessions");

        var today = DateOnly.FromDateTime(hub.Machine.Now.UtcDateTime);
        Assert.Equal(0, await hub.In((_, db) => db.Sessions.CountAsync(s => s.EndsOn < today)));
    }

    [Fact]
    public async Task Another_node_on_the_same_database_knows_the_session_and_refuses_it_once_it_has_ended()
    {
        var rosa = await hub.SignedIn("nodes", "Rosa Reader");
        var cookie = Cookie(rosa);
        await using var other = new SecondNode(hub);
        Assert.True(await IsIn(cookie, other.CreateClient()));

        await rosa.Post("/account/sign-out");

        await Until(async () => !await IsIn(cookie, other.CreateClient()));
    }

    // The other node looks again within a second; five are promised.
    private static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds())
        {
            await Task.Delay(100, patience.Token);
        }
    }

    // The visitor's cookie as it stands, to be sent by somebody who took a copy.
    private static string Cookie(Visitor visitor) => visitor.SessionCookie;

    private static async Task MustBeIn(Visitor visitor) => (await visitor.Http.GetAsync("/notifications", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

    private static async Task MustBeOut(Visitor visitor)
    {
        using var answer = await visitor.Http.GetAsync("/notifications", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/account/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private async Task<bool> IsIn(string cookie) => await IsIn(cookie, hub.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri("https://localhost") }));

    private static async Task<bool> IsIn(string cookie, HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://localhost/notifications");
        request.Headers.Add("Cookie", cookie);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode == HttpStatusCode.OK;
    }
}
