using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Net.Http.Headers;

namespace EngagementHub.Core.Web;

/// <summary>Takes the requests that pages make, and no other kind.</summary>
public static class PlainRequests
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    /// <summary>Refuses methods that nothing in the hub answers, which a page would take for looking at it, and requests that a proxy may have read in another way.</summary>
    public static IApplicationBuilder UsePlainRequests(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!Methods.Contains(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = string.Join(", ", Methods);
            return Task.CompletedTask;
        }

        if (SaysLengthTwice(context.Request.Headers))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        }

        return next(context);
    });

    // Chunks and a length: one of two readers may believe the other one (RFC 9112, 6.3). Kestrel goes by the chunks and puts the length aside under this name.
    private static bool SaysLengthTwice(IHeaderDictionary headers) =>
        headers.ContainsKey(HeaderNames.TransferEncoding) && (headers.ContentLength is not null || headers.ContainsKey("X-Content-Length"));
}

/// <summary>Refuses what a page has no handler for. The framework would show the page without what it is made from.</summary>
public sealed class NoHandlerFilter : IPageFilter
{
    /// <inheritdoc/>
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    /// <inheritdoc/>
    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var looks = HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method);
        // A form that needs nothing read has no handler for looking at it, and is shown as it is.
        if (context.HandlerMethod is null && (!looks || context.ActionDescriptor.HandlerMethods.Any(h => HttpMethods.IsGet(h.HttpMethod))))
        {
            context.Result = new StatusCodeResult(looks ? StatusCodes.Status404NotFound : StatusCodes.Status405MethodNotAllowed);
        }
    }

    /// <inheritdoc/>
    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
