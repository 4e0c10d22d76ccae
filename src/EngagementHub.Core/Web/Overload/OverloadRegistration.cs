using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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
            .AddSingleton<AdaptiveLimiter>().AddSingleton<Pulse>();
    }

    /// <summary>Answers 503 with Retry-After to what cannot be done soon. To be used after routing; what is answered before it, files that never change, health and streams are not counted.</summary>
    public static IApplicationBuilder UseOverload(this IApplicationBuilder app)
    {
        var services = app.ApplicationServices;
        if (services.GetRequiredService<OverloadSettings>().Fewest == 0)
        {
            return app;
        }

        var (limiter, answer) = (services.GetRequiredService<AdaptiveLimiter>(), new BusyAnswer(services.GetRequiredService<IOptions<HubOptions>>().Value.Theme));
        services.GetRequiredService<Pulse>();
        return app.Use(async (context, next) =>
        {
            if (!IsCounted(context))
            {
                await next(context);
                return;
            }

            using var place = await limiter.AcquireAsync(1, context.RequestAborted);
            if (!place.IsAcquired)
            {
                await answer.SendAsync(context);
                return;
            }

            context.Items[typeof(AdaptiveLimiter)] = true;
            await next(context);
        });
    }

    // A page about what failed is made by sending the request through again: it is at work already.
    private static bool IsCounted(HttpContext context) =>
        !context.Items.ContainsKey(typeof(AdaptiveLimiter))
        && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        && !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
        && !context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase);
}
