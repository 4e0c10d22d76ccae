using System.Buffers;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace EngagementHub.ServiceLevels.Sources.Webhooks;

/// <summary>The address that ticket systems call. Answers 202 once the event is durable, 401 without a word when it is not signed well, 413 when it is too long.</summary>
internal static class WebhookAddress
{
    public const int MostBytes = 256 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/hooks/{source}", ReceiveAsync).AllowAnonymous().WithMetadata(new FromAnywhereAttribute());

    private static async Task<IResult> ReceiveAsync(string source, WebhookBox box, HttpContext http)
    {
        // A machine reads the answer: no page is made for it.
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        if (await BodyAsync(http) is not { } body)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        return await box.ReceiveAsync(source, HeadersOf(http.Request), body, http.RequestAborted) ? Results.Accepted() : Results.StatusCode(StatusCodes.Status401Unauthorized);
    }

    private static SentHeaders HeadersOf(HttpRequest request) => new(
        new StandardHeaders(request.Headers["webhook-id"], request.Headers["webhook-timestamp"], request.Headers["webhook-signature"]),
        // Jira Cloud leaves the number out of the name and signs in the same way.
        request.Headers["X-Hub-Signature-256"] is { Count: > 0 } hub ? hub : request.Headers["X-Hub-Signature"]);

    private static async Task<byte[]?> BodyAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        if (http.Request.ContentLength > MostBytes)
        {
            return null;
        }

        var body = ArrayPool<byte>.Shared.Rent(MostBytes + 1);
        try
        {
            var length = await http.Request.Body.ReadAtLeastAsync(body.AsMemory(0, MostBytes + 1), MostBytes + 1, throwOnEndOfStream: false, http.RequestAborted);
            return length > MostBytes ? null : body[..length];
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
        }
    }
}
