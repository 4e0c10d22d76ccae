using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EngagementHub.Core.Web;

/// <summary>Refuses state-changing requests that another site made the browser send. Reasoning and browsers: docs/decisions/cross-site-protection.md.</summary>
public static class CrossSiteProtection
{
    /// <summary>Adds the check. Requests that say where they come from must come from here; those that say nothing carry no SameSite cookie from elsewhere.</summary>
    /// <param name="app">The pipeline.</param>
    /// <param name="except">Paths that prove their sender in another way, such as signed webhooks.</param>
    public static IApplicationBuilder UseCrossSiteProtection(this IApplicationBuilder app, params IReadOnlyList<string> except) => app.Use((context, next) =>
    {
        if (IsSafe(context.Request) || context.GetEndpoint()?.Metadata.GetMetadata<FromAnywhereAttribute>() is not null || except.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool IsSafe(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        {
            return true;
        }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
