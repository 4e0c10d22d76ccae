using EngagementHub.Tests.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Hardening;

/// <summary>The demonstration on the seventh of the second guest's ten days, over https as behind a proxy. Every answer names the endpoint that made it.</summary>
public class CrawledHub : HubFixture, IAsyncLifetime
{
    public const string RouteHeader = "Test-Route";
    public const string ThrowHeader = "Test-Throw";

    private readonly Dictionary<string, Visit> _visits = [];

    public CrawledHub()
    {
        Clock.Now = new DateTimeOffset(2008, 12, 31, 12, 0, 0, TimeSpan.Zero);
        ClientOptions.BaseAddress = new Uri("https://localhost");
        ClientOptions.AllowAutoRedirect = false;
    }

    /// <summary>Who visits: one of each kind, nobody first. The guest host's days are running.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["", "staff-member", "head-of-hr", "intranet-editor", "it-service-manager", "permanent-secretarys-office", "administrator"];

    public IReadOnlyList<HubRoute> Routes => HubRoute.Of(Services);

    protected override string Recipe { get; } = Path.Combine(HostProcess.Root, "content-recipes", "home-office-2007.recipe.json");

    public ValueTask InitializeAsync()
    {
        _ = Services;
        Clock.Now = new DateTimeOffset(2007, 4, 24, 9, 0, 0, TimeSpan.Zero);
        return ValueTask.CompletedTask;
    }

    /// <summary>A browser of that role that follows nothing by itself.</summary>
    public async Task<HttpClient> Browser(string role)
    {
        var http = CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = ClientOptions.BaseAddress, AllowAutoRedirect = false });
        if (role.Length > 0)
        {
            using var signedIn = await http.PostAsync("/account/sign-in", Fields(("persona", role)), TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.Redirect, signedIn.StatusCode);
        }

        return http;
    }

    public static FormUrlEncodedContent Fields(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    /// <summary>Everything that role reaches by following links, a few of each kind; visited once.</summary>
    public async Task<Visit> VisitAs(string role)
    {
        if (!_visits.TryGetValue(role, out var visit))
        {
            using var http = await Browser(role);
            var before = await Rows();
            var answers = await new Crawler(http, Routes).RunAsync();
            _visits[role] = visit = new Visit(answers, before, await Rows());
        }

        return visit;
    }

    /// <summary>Every row of every table as one text.</summary>
    public Task<string> Rows() => In((_, db) => BackupDesk.RowsAsync(db));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, NameRoute>().Configure<MvcOptions>(o => o.Filters.Add(new ThrowWhenAsked())));
    }

    private sealed class NameRoute : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers[RouteHeader] = $"/{(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.TrimStart('/')}";
                    return Task.CompletedTask;
                });
                return following(context);
            });
            next(app);
        };
    }

    /// <summary>A defect that nobody foresaw, on request, with words in it that nobody outside may read.</summary>
    private sealed class ThrowWhenAsked : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context)
        {
            if (context.HttpContext.Request.Headers.ContainsKey(ThrowHeader) && !context.HttpContext.Request.Path.StartsWithSegments("/error", StringComparison.Ordinal))
            {
                throw new InvalidOperationException("SELECT \"Secret\" FROM identity_sessions at /srv/hub/Secret.cs:line 12");
            }
        }

        public void OnResourceExecuted(ResourceExecutedContext context)
        {
        }
    }
}

/// <summary>What one role saw of the hub, and all its tables before and after.</summary>
public sealed record Visit(IReadOnlyList<Answer> Answers, string Before, string After);
