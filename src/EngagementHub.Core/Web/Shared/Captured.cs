using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EngagementHub.Core.Web.Shared;

/// <summary>A page that is kept back until it is whole.</summary>
internal static class Captured
{
    /// <summary>Lets the page be made and gives what it would have sent.</summary>
    public static async Task<byte[]> OfAsync(HttpContext context, RequestDelegate next, MemoryStream kept)
    {
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(kept));
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Features.Set(body);
        }

        return kept.ToArray();
    }

    /// <summary>Whether it is a page and says nothing to one browser alone.</summary>
    public static bool IsPlainPage(HttpResponse response) =>
        response is { StatusCode: StatusCodes.Status200OK, ContentType: not null } && response.Headers is { SetCookie.Count: 0, CacheControl.Count: 0 };

    // An answer without a body is left unbegun: the page about what is missing is made further out.
    public static async Task SendOwnAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        if (body.Length > 0)
        {
            await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
        }
    }
}
