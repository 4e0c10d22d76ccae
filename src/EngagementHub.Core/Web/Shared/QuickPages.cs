using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace EngagementHub.Core.Web.Shared;

/// <summary>Answers a known reader with a page that is kept, before the rest of the hub looks at the request. Whatever is not certain goes the long way, which finds out.</summary>
/// <param name="next">The long way.</param>
/// <param name="shelf">What is kept.</param>
/// <param name="readers">Who is known.</param>
/// <param name="hub">Says whether pages may stay in a browser.</param>
/// <param name="answered">Told of each answer, as the end of the long way is.</param>
internal sealed class QuickPages(RequestDelegate next, SharedShelf shelf, KnownReaders readers, IOptions<HubOptions> hub, Action<HttpContext> answered)
{
    private readonly string _cacheControl = SharedPages.CacheControl(hub.Value);

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!SharedPages.IsLook(request) || readers.Remembered(request) is not { } kind || shelf.Find(SharedKey.Of(kind, request)) is not { Bytes: { } bytes } made)
        {
            return next(context);
        }

        // Metrics and traces name it as they always do.
        context.SetEndpoint(made.Endpoint);
        var sent = bytes.SendAsync(context, _cacheControl);
        answered(context);
        return sent;
    }
}
