using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EngagementHub.Core.Web;

/// <summary>The headers every answer carries, errors and redirects included.</summary>
public static class SecurityHeaders
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; require-trusted-types-for 'script'";

    /// <summary>Sets them before anything else answers.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            // What is stricter than a page, such as an uploaded file, says so itself.
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                headers.ContentSecurityPolicy = Policy;
            }

            headers.XContentTypeOptions = "nosniff";
            if (context.Request.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=31536000";
            }

            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            SayCharset(context.Response);
            if (headers.CacheControl.Count == 0 && (IsPage(context.Response) || context.User.Identity?.IsAuthenticated == true))
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    private static bool IsPage(HttpResponse response) => response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;

    // Style sheets, drawings and files are served without one, and a browser would then guess.
    private static void SayCharset(HttpResponse response)
    {
        if (response.ContentType is { } type && !type.Contains(';', StringComparison.Ordinal) && type != "text/event-stream"
            && (type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal) || type.EndsWith("json", StringComparison.Ordinal)))
        {
            response.ContentType = $"{type}; charset=utf-8";
        }
    }
}
