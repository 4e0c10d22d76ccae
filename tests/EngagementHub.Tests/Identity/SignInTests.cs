using System.Net;
using EngagementHub.Identity;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Identity;

/// <summary>The answer of a provider is believed when it fits in every point, and in no other case: trust in identity rests on these.</summary>
public sealed class SignInTests(ProviderHub hub) : IClassFixture<ProviderHub>
{
    [Fact]
    public async Task Staff_sign_in_with_their_department_and_arrive_where_they_wanted_to_go()
    {
        var visitor = await hub.SignedIn("rosa-1", "Rosa Reader");

        Assert.Contains("Rosa Reader", (await visitor.Go("/notifications")).Body, StringComparison.Ordinal);
        Assert.Equal(("code", "S256", "openid profile email", "https://localhost/signin-oidc", "a"), (
            hub.Provider.Asked["response_type"], hub.Provider.Asked["code_challenge_method"], hub.Provider.Asked["scope"], hub.Provider.Asked["redirect_uri"], hub.Provider.Asked["policy"]));
        Assert.All((string[])["state", "nonce", "code_challenge"], k => Assert.True(hub.Provider.Asked[k].Length >= 43));
    }

    [Theory]
    [InlineData("no-id-token", "NoIdToken")]
    [InlineData("malformed", "Malformed")]
    [InlineData("typ", "Type")]
    [InlineData("alg-none", "Algorithm")]
    [InlineData("hs256", "Algorithm")]
    [InlineData("crit", "Critical")]
    [InlineData("kid", "UnknownKey")]
    [InlineData("wrong-key", "Signature")]
    [InlineData("own-key", "Signature")]
    [InlineData("own-key-address", "Signature")]
    [InlineData("issuer", "Issuer")]
    [InlineData("audience", "Audience")]
    [InlineData("audiences", "AuthorizedParty")]
    [InlineData("azp", "AuthorizedParty")]
    [InlineData("expired", "Expired")]
    [InlineData("no-exp", "Expired")]
    [InlineData("not-yet", "NotYetValid")]
    [InlineData("issued-later", "IssuedInFuture")]
    [InlineData("nonce", "Nonce")]
    [InlineData("no-nonce", "Nonce")]
    [InlineData("at_hash", "AccessTokenHash")]
    [InlineData("no-sub", "Subject")]
    [InlineData("iss-parameter", "AnotherIssuer")]
    [InlineData("no-iss-parameter", "AnotherIssuer")]
    [InlineData("token-400", "CodeNotTaken")]
    [InlineData("userinfo-sub", "AnotherSubject")]
    public async Task A_wrong_answer_is_not_believed_and_the_reason_is_named(string lie, string reason)
    {
        hub.Provider.Be("mallory", "Mallory");
        hub.Provider.Lie = lie;
        var visitor = hub.Open();

        var page = await visitor.Go("/account/sign-in");

        page.MustBe(HttpStatusCode.Forbidden);
        Assert.Contains($"the word “{reason}”", page.Text, StringComparison.Ordinal);
        hub.Provider.Lie = "cancelled";
        Assert.Equal("You stopped signing in", (await visitor.Go("/notifications")).Heading);
    }

    [Theory]
    [InlineData("just-expired")]
    [InlineData("")]
    public async Task A_clock_that_is_a_minute_off_shuts_nobody_out(string lie)
    {
        hub.Provider.Be("rosa-2", "Rosa Reader");
        hub.Provider.Lie = lie;

        (await hub.Open().Go("/account/sign-in?returnUrl=/notifications")).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task New_keys_of_the_provider_are_found_at_the_first_sign_in()
    {
        await hub.SignedIn("rosa-3", "Rosa Reader");
        hub.Machine.Now += TimeSpan.FromMinutes(1);
        hub.Provider.HasNewKey = true;

        await hub.SignedIn("rosa-3", "Rosa Reader");
    }

    [Theory]
    [InlineData("cancelled", HttpStatusCode.OK, "You stopped signing in")]
    [InlineData("server_error", HttpStatusCode.Forbidden, "You could not be signed in")]
    [InlineData("state", HttpStatusCode.BadRequest, "This sign-in is over")]
    [InlineData("token-500", HttpStatusCode.ServiceUnavailable, "Signing in is not possible just now")]
    public async Task What_stops_a_sign_in_is_said_calmly(string lie, HttpStatusCode status, string heading)
    {
        hub.Provider.Be("rosa-4", "Rosa Reader");
        hub.Provider.Lie = lie;

        var page = await hub.Open().Go("/account/sign-in");

        page.MustBe(status);
        Assert.Equal(heading, page.Heading);
        Assert.NotNull(page.Document.QuerySelector("main a[href='/']"));
    }

    [Theory]
    [InlineData("metadata-issuer")]
    [InlineData("metadata-http")]
    public async Task A_description_that_is_not_this_providers_is_not_followed(string lie)
    {
        await using var other = new ProviderHub();
        other.Provider.Lie = lie;

        (await other.Open().Go("/account/sign-in")).MustBe(HttpStatusCode.ServiceUnavailable);
        (await other.Open().Go("/")).MustBe(HttpStatusCode.OK);
        (await other.Open().Go("/health/ready")).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Coming_back_by_the_back_button_shows_a_page_and_no_error()
    {
        var visitor = await hub.SignedIn("rosa-5", "Rosa Reader");
        var answer = visitor.Trail.Single(t => t.StartsWith("/signin-oidc", StringComparison.Ordinal));

        var page = await visitor.Go(answer);

        Assert.Equal("You are signed in", page.Heading);
        (await hub.Open().Go(answer)).MustBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_answer_is_worth_nothing_in_another_browser()
    {
        hub.Provider.Be("rosa-6", "Rosa Reader");
        hub.Provider.Lie = "";
        var (rosa, mallory) = (hub.Open(), hub.Open());
        rosa.StopsAtAnswer = mallory.StopsAtAnswer = true;
        await rosa.Go("/account/sign-in");
        await mallory.Go("/account/sign-in");

        var page = await mallory.Go(rosa.Trail[^1]);

        page.MustBe(HttpStatusCode.BadRequest);
        Assert.Equal("This sign-in is over", page.Heading);
    }

    [Fact]
    public async Task A_sign_in_that_took_longer_than_a_quarter_of_an_hour_begins_again()
    {
        hub.Provider.Be("rosa-7", "Rosa Reader");
        hub.Provider.Lie = "";
        var visitor = hub.Open();
        visitor.StopsAtAnswer = true;
        await visitor.Go("/account/sign-in");
        hub.Machine.Now += TimeSpan.FromMinutes(16);

        (await visitor.Go(visitor.Trail[^1])).MustBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_personas_of_development_are_not_here()
    {
        var page = await hub.Open().Post("/account/sign-in", ("persona", "admin"));

        page.MustBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_name_full_of_traps_is_a_name_on_one_line()
    {
        var hostile = "<b>Eve</b>\r\nforged: entry\u202E\u0007" + new string('x', 5000);

        var visitor = await hub.SignedIn("eve", hostile);

        var name = await hub.In((_, db) => db.Staff.Where(s => s.Name.StartsWith("<b>Eve")).Select(s => s.Name).SingleAsync());
        Assert.StartsWith("<b>Eve</b> forged: entry x", name, StringComparison.Ordinal);
        Assert.Equal(200, name.Length);
        Assert.Null((await visitor.Go("/")).Document.QuerySelector(".hub-header__account b"));
    }

    [Fact]
    public async Task Every_cookie_is_for_this_host_alone_and_out_of_reach_of_scripts()
    {
        hub.Provider.Be("rosa-8", "Rosa Reader");
        hub.Provider.Lie = "";
        var visitor = hub.Open();
        visitor.StopsAtAnswer = true;
        using var begun = await visitor.Http.GetAsync("/account/sign-in", TestContext.Current.CancellationToken);
        await visitor.Go("/account/sign-in");
        using var done = await visitor.Http.GetAsync(visitor.Trail[^1], TestContext.Current.CancellationToken);

        var cookies = begun.Headers.GetValues("Set-Cookie").Concat(done.Headers.GetValues("Set-Cookie")).ToList();
        Assert.Contains(cookies, c => c.StartsWith("__Host-hub-session=", StringComparison.Ordinal));
        Assert.All(cookies, c => Assert.Matches("^__Host-[^;]+;(?=.* path=/;)(?=.* secure;)(?=.* samesite=lax;?)(?=.* httponly)(?!.*domain)", c.ToLowerInvariant().Replace("__host-", "__Host-", StringComparison.Ordinal) + ";"));
        Assert.Equal("max-age=31536000", done.Headers.GetValues("Strict-Transport-Security").Single());
    }
}
