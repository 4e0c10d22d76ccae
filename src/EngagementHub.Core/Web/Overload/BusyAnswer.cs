using System.Text;
using Microsoft.AspNetCore.Http;

namespace EngagementHub.Core.Web.Overload;

/// <summary>What is said to who cannot be served now: made once, so that saying it costs next to nothing.</summary>
internal sealed class BusyAnswer(string theme)
{
    /// <summary>After so many seconds another try is worth it.</summary>
    public const int RetrySeconds = 5;

    private static readonly byte[] Json = """{"type":"https://www.rfc-editor.org/rfc/rfc9110#section-15.6.4","title":"Service Unavailable","status":503,"detail":"The hub has more requests than it can answer now. Nothing of this one was kept; send it again after some seconds, as Retry-After says."}"""u8.ToArray();

    private readonly byte[] _page = Encoding.UTF8.GetBytes($"""
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>The hub is very busy</title>
          <link rel="stylesheet" href="/_content/EngagementHub.Themes.{theme}/dist/theme.css">
        </head>
        <body class="govuk-template__body">
          <div class="govuk-width-container">
            <main class="govuk-main-wrapper" id="main">
              <h1 class="govuk-heading-l">The hub is very busy</h1>
              <p class="govuk-body">Many people are here at this moment. Wait a few seconds and load this page again.</p>
              <p class="govuk-body">If you were sending something, it was not taken. Go back in your browser: what you wrote is still there, and you can send it again.</p>
              <p class="govuk-body">Everything that you saw confirmed before is safe.</p>
            </main>
          </div>
        </body>
        </html>

        """);

    public Task SendAsync(HttpContext context)
    {
        var response = context.Response;
        var isJson = context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || context.Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.OrdinalIgnoreCase);
        var body = isJson ? Json : _page;
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.ContentType = isJson ? "application/problem+json" : "text/html; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.RetryAfter = $"{RetrySeconds}";
        response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.BodyWriter.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
