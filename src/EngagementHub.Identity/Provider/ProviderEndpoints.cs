using EngagementHub.Core.Web;
using EngagementHub.Identity.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace EngagementHub.Identity.Provider;

/// <summary>Where the provider reaches the hub without a page: sign-outs on its side.</summary>
internal static partial class ProviderEndpoints
{
    public static void MapProvider(this IEndpointRouteBuilder endpoints, ProviderSettings settings)
    {
        endpoints.MapGet(settings.SignedOutCallbackPath, () => Results.Redirect("/account/signed-out")).RequireAuthorization(Policies.Open);
        endpoints.MapGet(settings.RemoteSignOutPath, SignedOutThereAsync).RequireAuthorization(Policies.Open);
        endpoints.MapPost(settings.RemoteSignOutPath, NoticeAsync).RequireAuthorization(Policies.Open).WithMetadata(new FromAnywhereAttribute()).DisableAntiforgery();
    }

    // OpenID Connect Front-Channel Logout 1.0: shown in a frame of the provider's page, without our cookies. The session's name is a secret of the provider and this hub.
    private static async Task<IResult> SignedOutThereAsync(HttpContext context, HubDb db, Discovery discovery, SignedIn sessions, string? iss, string? sid)
    {
        context.Response.Headers.CacheControl = "no-store";
        var issuer = (await discovery.MetadataAsync(context.RequestAborted)).Issuer;
        context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; frame-ancestors {new Uri(issuer).GetLeftPart(UriPartial.Authority)}";
        if (iss == issuer && !string.IsNullOrEmpty(sid))
        {
            await sessions.EndAsync(db.Sessions.Where(s => s.Issuer == iss && s.ProviderSession == sid), context.RequestAborted);
        }

        return Results.Text("Signed out");
    }

    private static async Task<IResult> NoticeAsync(HttpContext context, BackChannel channel, ILogger<BackChannel> log)
    {
        context.Response.Headers.CacheControl = "no-store";
        var token = context.Request.HasFormContentType ? (await context.Request.ReadFormAsync(context.RequestAborted))["logout_token"].ToString() : "";
        try
        {
            SayEnded(log, await channel.TakeAsync(token, context.RequestAborted));
            return Results.Text("");
        }
        catch (RefusedException e)
        {
            SayRefused(log, e.Why);
            return Results.Json(new { error = "invalid_request" }, statusCode: StatusCodes.Status400BadRequest);
        }
        catch (ProviderAwayException e)
        {
            // Whether the notice is true cannot be known without the provider's keys; it is asked to send it again.
            SayAway(log, e.Message);
            return Results.Json(new { error = "temporarily_unavailable" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    [LoggerMessage(3, LogLevel.Information, "The provider signed somebody out: {Sessions} sessions ended")]
    private static partial void SayEnded(ILogger log, int sessions);

    [LoggerMessage(4, LogLevel.Warning, "A sign-out notice was refused: {Why}")]
    private static partial void SayRefused(ILogger log, Refusal why);

    [LoggerMessage(5, LogLevel.Error, "A sign-out notice could not be checked: {What}")]
    private static partial void SayAway(ILogger log, string what);
}
