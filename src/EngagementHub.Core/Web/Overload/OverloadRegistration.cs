using EngagementHub.Core.Web.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Core.Web.Overload;

/// <summary>Keeps the hub quick for those it can serve when more come than it can.</summary>
public static class OverloadRegistration
{
    /// <summary>Registers it; wrong settings stop the start.</summary>
    public static IServiceCollection AddOverload(this IServiceCollection services, IConfiguration settings)
    {
        // Read where it is added too, so that a wrong value is named before anything runs; a test's own settings come later.
        OverloadSettings.Read(settings);
        return services
            .AddSingleton(s => OverloadSettings.Read(s.GetRequiredService<IConfiguration>()))
            .AddSingleton<Allowance>().AddSingleton<Admission>().AddSingleton<Gate>().AddSingleton<Pulse>();
    }

    /// <summary>Answers 503 with Retry-After to what cannot be done soon. To be used after routing; what is answered before it, files that never change, health and streams are not counted.</summary>
    public static IApplicationBuilder UseOverload(this IApplicationBuilder app)
    {
        var services = app.ApplicationServices;
        var (settings, gate) = (services.GetRequiredService<OverloadSettings>(), services.GetRequiredService<Gate>());
        if (settings.Fewest == 0)
        {
            return app;
        }

        KeepThreads(settings);
        services.GetRequiredService<Pulse>();
        return app.Use((context, next) => IsCounted(context) ? gate.PassAsync(context, next) : next(context));
    }

    // Those at work may each hold a thread, for the embedded database answers on the caller's. What receives and refuses must find one beside them.
    private static void KeepThreads(OverloadSettings settings)
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, settings.Fewest + Environment.ProcessorCount), ports);
    }

    // A page that readers share is counted where it must be made; from memory it costs next to nothing.
    private static bool IsCounted(HttpContext context) =>
        !SharedPages.MayShare(context)
        && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        && !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
        && !context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase);
}
