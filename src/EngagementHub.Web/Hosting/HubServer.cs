using System.Security.Authentication;
using EngagementHub.Core;
using EngagementHub.Core.Auditing;
using EngagementHub.Core.Data;
using EngagementHub.Core.Hosting;
using EngagementHub.Core.Jobs;
using EngagementHub.Core.Live;
using EngagementHub.Core.Ports;
using EngagementHub.Core.Replicas;
using EngagementHub.Core.Search;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.Core.Web.Overload;
using EngagementHub.Core.Web.Shared;
using EngagementHub.Web.Operations;
using EngagementHub.WorkingTime;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EngagementHub.Web.Hosting;

/// <summary>Builds and runs the portal.</summary>
internal static class HubServer
{
    private static bool HasStarted { get; set; }

    public static async Task<int> ServeAsync(string[] args)
    {
        await using var app = Build(args, forCommand: false);
        await using (await StartLock.TakeAsync(app.Services.GetRequiredService<HubDatabase>()))
        {
            await HubSchema.MigrateAsync(app);
            await PrepareAsync(app);
            await HubSchema.ForgetDesignAsync(app);
        }

        app.Lifetime.ApplicationStarted.Register(() =>
        {
            HasStarted = true;
            SayAddress(app);
        });
        await app.RunAsync();
        return 0;
    }

    public static WebApplication Build(string[] args, bool forCommand)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = args.Any(a => a.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase)) ? null : ContentRoot() });
        // In-box for Development only; without it a run from source in any other environment serves empty style sheets.
        builder.WebHost.UseStaticWebAssets();
        // Said here, so that it does not hang on what the machine's library allows.
        builder.WebHost.ConfigureKestrel(server => server.ConfigureHttpsDefaults(tls => tls.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13));
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
        {
            builder.WebHost.UseUrls("http://127.0.0.1:5080");
        }

        // A start that fails is said once, by the command, in a sentence; later failures of a background worker are logged.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => HasStarted && level >= LogLevel.Error);
        if (!builder.Environment.IsDevelopment() && builder.Configuration["Logging:Console:FormatterName"] is null)
        {
            // One line an event, whatever it says: what somebody typed can neither break a line nor colour it.
            builder.Logging.AddJsonConsole(o => (o.UseUtcTimestamp, o.TimestampFormat) = (true, "O"));
        }

        if (forCommand)
        {
            builder.Logging.AddFilter((_, level) => level >= LogLevel.Warning);
        }

        var hub = HubSettings.Validate(builder.Configuration);
        var chosen = ChosenAtStart.Read(HubSettings.Database(builder.Configuration, builder.Environment.ContentRootPath));
        var modules = ChosenAtStart.Modules(HubModules.All, hub.ModulesOff, chosen.GetValueOrDefault("modules-off"));
        if (chosen.GetValueOrDefault("theme") is { } theme && HubParts.ThemeNames().Contains(theme))
        {
            builder.Configuration["Hub:Theme"] = theme;
        }

        AddHub(builder, modules);
        var app = builder.Build();
        if (!forCommand)
        {
            SignInRequired.Check(app);
            UseHub(app, modules);
        }

        return app;
    }

    private static async Task PrepareAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var work in scope.ServiceProvider.GetServices<IPrepareHub>())
        {
            await work.PrepareAsync(line => Console.Error.WriteLine(line), app.Lifetime.ApplicationStopping);
        }
    }

    private static void AddHub(WebApplicationBuilder builder, ModuleCatalog modules)
    {
        var services = builder.Services;
        services.Configure<HubOptions>(builder.Configuration.GetSection("Hub"));
        services.AddSingleton(modules).AddSingleton(new ThemeCatalog(HubParts.ThemeNames(), builder.Configuration["Hub:Theme"] ?? "GovUk"));
        services.AddSingleton<IEnumerable<IModule>>(modules.All);
        services.AddSingleton<IEnumerable<NavigationItem>>([.. modules.On.SelectMany(m => m.Navigation).OrderBy(n => n.Order)]);
        services.AddDemonstrationClock(builder.Environment);
        services.AddSingleton<DatabaseLines>();
        services.AddDbContext<HubDb>((s, options) => HubSettings.Database(s.GetRequiredService<IConfiguration>(), builder.Environment.ContentRootPath).Configure(options, s.GetRequiredService<DatabaseLines>()), optionsLifetime: ServiceLifetime.Singleton);
        services.AddSingleton<Editions>().AddSingleton<KeptParts>().AddSharedPages();
        services.AddLiveSignals(s => HubSettings.Database(s.GetRequiredService<IConfiguration>(), builder.Environment.ContentRootPath));
        services.AddOperations(s => HubSettings.Database(s.GetRequiredService<IConfiguration>(), builder.Environment.ContentRootPath));
        services.AddReplicas();
        services.AddScoped<Subjects>().AddScoped<IHandle<WordsStruck>, StruckReasons>();
        services.AddRateLimits(builder.Configuration).AddOverload(builder.Configuration);
        services.AddTelemetry(builder.Configuration);
        if (builder.Configuration.GetValue("Jobs:Run", true))
        {
            services.AddJobRunner();
        }

        services.AddHubHealth();
        services.AddDatabaseWatch();
        services.AddHostedService<AtRest>();
        services.AddDrain(builder.Configuration, builder.Environment);
        services.AddRouting(o => o.LowercaseUrls = true);
        foreach (var module in modules.On)
        {
            module.Register(services, builder.Configuration);
        }

        services.AddStaffPages();
        services.AddSearch();
        services.AddAuditTrail();
        services.TryAddSingleton<IOfficeCalendar, ShippedCalendar>();
        services.AddRazorPages(o => o.Conventions.ConfigureHubPages())
            .AddHubUi()
            .AddMvcOptions(o => o.Filters.Add<BrokenRulePageFilter>())
            .AddMvcOptions(o => o.Filters.Add<NoHandlerFilter>())
            .AddMvcOptions(o => o.Filters.Add<SignInAgainFilter>())
            // No form needs a token (docs/decisions/cross-site-protection.md), so no page sets a cookie for one.
            .InitializeTagHelper<FormTagHelper>((form, _) => form.Antiforgery = false)
            .ConfigureApplicationPartManager(PublicParts.Use)
            .ConfigureApplicationPartManager(parts => HubParts.Choose(parts, modules, builder.Configuration["Hub:Theme"] ?? "GovUk"));
        services.AddPagesWhenAsked();
    }

    private static void UseHub(WebApplication app, ModuleCatalog modules)
    {
        app.UseTrustedProxies();
        app.UseSecurityHeaders();
        app.UseDrain();
        app.UsePlainRequests();
        app.UseCalmErrors();
        app.UseQuickPages(ServerSpans.Tell);
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.UseRouting();
        app.UseWholeForms();
        app.UseOverload();
        app.UseDatabaseWatch();
        app.UseServerSpans();
        app.UseCrossSiteProtection();
        app.UseAuthentication();
        app.UseRateLimits();
        app.UseAuthorization();
        app.UseShortWays();
        app.UseSharedPages();
        app.UseReplicas();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        foreach (var module in modules.On)
        {
            module.MapEndpoints(app);
        }

        // Without an endpoint the fallback policy would ask a reader to sign in only to learn that there is nothing.
        app.MapFallback("{*path}", context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }).AllowAnonymous();
    }

    // From source the working directory is the repository; published, settings and recipes lie beside the executable.
    private static string ContentRoot() =>
        File.Exists(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json")) ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;

    private static void SayAddress(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine($"EngagementHub is open at {string.Join(" and ", addresses)}");
    }
}
