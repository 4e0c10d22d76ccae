using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace EngagementHub.Core.Web.Overload;

/// <summary>Lets what is sent come in whole before its request is counted: otherwise a thousand who send a letter a second would take every place, and the hub would be too busy for everybody while it does nothing.</summary>
/// <remarks>Endpoints that say how much they take, for files, are left out: they are for a few people, who are asked who they are before the first byte is read.</remarks>
public static class WholeForms
{
    // The longest form is a post of several sections.
    private const long Most = 4 * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly object Mark = new();

    /// <summary>To be used after routing and before what counts requests.</summary>
    public static IApplicationBuilder UseWholeForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (IsSent(context) && context.Items.TryAdd(Mark, Mark))
        {
            await WaitAsync(context);
        }

        await next(context);
    });

    // Servers that have no limit of their own, as in tests, would not give again what was looked at.
    private static bool IsSent(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is not null
        && context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != false
        && context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is null;

    private static async Task WaitAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = Most;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(Longest);
        try
        {
            await LookAsync(context, patience.Token);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            throw new BadHttpRequestException("The request did not come in whole in time", StatusCodes.Status408RequestTimeout);
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The request cannot be read", StatusCodes.Status400BadRequest, e);
        }
    }

    // Only looked at: it stays where it is for whoever reads it, and is copied nowhere.
    private static async Task LookAsync(HttpContext context, CancellationToken cancellation)
    {
        var body = context.Request.BodyReader;
        while (await body.ReadAsync(cancellation) is var read)
        {
            body.AdvanceTo(read.Buffer.Start, read.IsCompleted ? read.Buffer.Start : read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }
}
