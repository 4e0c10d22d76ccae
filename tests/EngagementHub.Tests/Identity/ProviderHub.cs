using System.Net;
using AngleSharp.Html.Parser;
using EngagementHub.Identity.Sessions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Identity;

/// <summary>The hub as a department runs it, with an identity provider in place of personas.</summary>
public class ProviderHub : HubFixture
{
    /// <summary>The machine's clock, by which sessions and tokens are judged.</summary>
    public FixedClock Machine { get; } = new(DateTimeOffset.UtcNow);

    public LyingProvider Provider => field ??= new LyingProvider(Machine);

    /// <summary>A browser of nobody's yet.</summary>
    public Visitor Open()
    {
        var cookies = new CookieContainer();
        var http = CreateDefaultClient(new Uri("https://localhost"), new CookieContainerHandler(cookies));
        return new Visitor(this, http, cookies);
    }

    /// <summary>A browser in which that person has signed in.</summary>
    public async Task<Visitor> SignedIn(string subject, string name, string? mail = null, params string[] roles)
    {
        (Provider.Lie, var visitor) = ("", Open());
        Provider.Be(subject, name, mail, roles);
        (await visitor.Go("/account/sign-in?returnUrl=/notifications")).MustBe(HttpStatusCode.OK);
        Assert.Equal("/notifications", visitor.Address);
        return visitor;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Production");
        builder.UseSetting("Oidc:Authority", Provider.Issuer);
        builder.UseSetting("Oidc:ClientId", LyingProvider.ClientId);
        builder.UseSetting("Oidc:ClientSecret", "s:cret");
        builder.UseSetting("SignIn:BindByMail", "true");
        builder.UseSetting("SignIn:Roles:Moderator:0", "Hub.Moderate");
        builder.UseSetting("SignIn:Roles:Administrator:0", "Hub.Administer");
        builder.ConfigureTestServices(services => services.AddSingleton(new SessionClock(Machine)));
    }

    public override async ValueTask DisposeAsync()
    {
        await Provider.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Another process on the same database.</summary>
public sealed class SecondNode(ProviderHub first) : HubFixture
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Production");
        builder.UseSetting("Database:Connection", first.Database);
        builder.UseSetting("Oidc:Authority", first.Provider.Issuer);
        builder.UseSetting("Oidc:ClientId", LyingProvider.ClientId);
        builder.UseSetting("Oidc:ClientSecret", "s:cret");
        builder.ConfigureTestServices(services => services.AddSingleton(new SessionClock(first.Machine)));
    }
}

/// <summary>A browser that goes to the provider and back by itself.</summary>
public sealed class Visitor(ProviderHub hub, HttpClient http, CookieContainer cookies)
{
    private static readonly HttpClient Outside = new(new HttpClientHandler { AllowAutoRedirect = false });

    /// <summary>Where it stands.</summary>
    public string Address { get; private set; } = "/";

    /// <summary>The addresses it came through.</summary>
    public List<string> Trail { get; } = [];

    public HttpClient Http => http;

    /// <summary>What somebody would copy to be this browser.</summary>
    public string SessionCookie => cookies.GetCookieHeader(new Uri("https://localhost"));

    /// <summary>Whether to stop before the answer of the provider is brought back.</summary>
    public bool StopsAtAnswer { get; set; }

    public Task<HubPage> Go(string url) => Follow(new HttpRequestMessage(HttpMethod.Get, url));

    public Task<HubPage> Post(string url, params (string Name, string Value)[] fields) =>
        Follow(new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) });

    private async Task<HubPage> Follow(HttpRequestMessage request)
    {
        for (var step = 0; step < 10; step++)
        {
            var there = request.RequestUri!.IsAbsoluteUri ? request.RequestUri : new Uri(new Uri("https://localhost"), request.RequestUri);
            Trail.Add(there.PathAndQuery);
            var isProvider = there.GetLeftPart(UriPartial.Authority) == hub.Provider.Issuer;
            Assert.True(isProvider || there.Host == "localhost", $"led to {there}");
            using var answer = await (isProvider ? Outside : http).SendAsync(request, TestContext.Current.CancellationToken);
            if (!isProvider)
            {
                Address = there.PathAndQuery;
            }

            if (answer.Headers.Location is not { } next || (StopsAtAnswer && isProvider))
            {
                Trail.Add(answer.Headers.Location?.PathAndQuery ?? "");
                var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                return new HubPage(new HubClient(http), answer.StatusCode, there.PathAndQuery, text, new HtmlParser().ParseDocument(text));
            }

            request = new HttpRequestMessage(HttpMethod.Get, new Uri(there, next));
        }

        throw new InvalidOperationException($"too many redirects: {string.Join(" > ", Trail)}");
    }
}
