using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace EngagementHub.Web.Operations;

/// <summary>What a trace says of a request: method, route and status. Never the address that was asked for, who asked, from where or with what: routes hold no names.</summary>
internal static class ServerSpans
{
    public static IApplicationBuilder UseServerSpans(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { } span)
        {
            await next(context);
            return;
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<IDisableHttpMetricsMetadata>() is not null)
        {
            // Also for what is begun below it, such as the statements it sends to the database.
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            span.IsAllDataRequested = false;
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            Describe(span, context);
        }
    });

    /// <summary>Describes a request that was answered before it came here.</summary>
    public static void Tell(HttpContext context)
    {
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is { } span)
        {
            Describe(span, context);
        }
    }

    private static void Describe(Activity span, HttpContext context)
    {
        // An answer such as 404 is written by another page; the route that was asked for is the one to tell.
        var route = span.GetTagItem("http.route") as string ?? (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} /{route.TrimStart('/')}";
        span.SetTag("http.request.method", context.Request.Method).SetTag("http.route", route).SetTag("http.response.status_code", context.Response.StatusCode);
        span.SetStatus(context.Response.StatusCode >= StatusCodes.Status500InternalServerError ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
    }
}
