using System.Globalization;
using EngagementHub.Identity.Sessions;
using EngagementHub.Identity.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace EngagementHub.Identity.Provider;

/// <summary>The way to the provider and back.</summary>
internal sealed partial class SigningIn(ProviderSettings settings, SignInSettings signIn, Discovery discovery, Attempts attempts, Exchange exchange, Reception reception, SignedIn sessions, ILogger<SigningIn> log)
{
    /// <summary>Whether the answer took the role from the last administrator.</summary>
    public bool LeftNobody => reception.LeftNobody;

    /// <summary>Where to send the browser.</summary>
    public async Task<string> AddressAsync(HttpContext context, string? returnTo, bool again)
    {
        var provider = await discovery.MetadataAsync(context.RequestAborted);
        var attempt = attempts.Begin(context, LocalAddress.OrHome(returnTo), again);
        Dictionary<string, string?> query = new()
        {
            ["response_type"] = "code",
            ["client_id"] = settings.ClientId,
            ["redirect_uri"] = RedirectUri(context),
            ["scope"] = "openid profile email",
            ["state"] = attempt.State,
            ["nonce"] = attempt.Nonce,
            ["code_challenge"] = attempt.Challenge,
            ["code_challenge_method"] = "S256",
        };
        if (again)
        {
            query["prompt"] = "login";
            query["max_age"] = ((int)(signIn.Recent ?? TimeSpan.Zero).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return QueryHelpers.AddQueryString(provider.AuthorizationEndpoint, query);
    }

    /// <summary>What becomes of the provider's answer: the address to go to, or why it stopped.</summary>
    public async Task<(string? GoTo, Stopped? Stopped)> ReceiveAsync(HttpContext context, Answered answer)
    {
        if (answer.State is null || attempts.Take(context, answer.State) is not { } attempt)
        {
            return (null, sessions.Here is null ? Stopped.Used : Stopped.SignedInAlready);
        }

        try
        {
            await BelieveAsync(context, answer, attempt);
            return (attempt.ReturnTo, null);
        }
        catch (RefusedException e)
        {
            SayRefused(e.Why);
            return (null, Stopped.Because(e.Why, answer.Error == "access_denied", attempt));
        }
        catch (ProviderAwayException e)
        {
            SayAway(e.Message, e.InnerException?.GetType().Name);
            return (null, Stopped.Away(attempt.ReturnTo));
        }
    }

    /// <summary>Where the provider ends its own session, and comes back from; nothing when it offers no such place.</summary>
    public async Task<string?> EndAddressAsync(HttpContext context)
    {
        try
        {
            return (await discovery.MetadataAsync(context.RequestAborted)).EndSessionEndpoint is { } address
                ? QueryHelpers.AddQueryString(address, new Dictionary<string, string?> { ["client_id"] = settings.ClientId, ["post_logout_redirect_uri"] = Here(context) + settings.SignedOutCallbackPath })
                : null;
        }
        catch (ProviderAwayException e)
        {
            // The person is signed out of the hub already, and the page says that no more than this could be done.
            SayAway(e.Message, e.InnerException?.GetType().Name);
            return null;
        }
    }

    private async Task BelieveAsync(HttpContext context, Answered answer, Attempt attempt)
    {
        var provider = await discovery.MetadataAsync(context.RequestAborted);
        // RFC 9207: an answer of another provider must not be taken to this one.
        SignedToken.Refuse(answer.Issuer is null ? provider.NamesItselfInAnswers : answer.Issuer != provider.Issuer, Refusal.AnotherIssuer);
        SignedToken.Refuse(answer.Code is null, Refusal.ProviderError);
        var claimed = await exchange.TakeAsync(answer.Code!, attempt, RedirectUri(context), context.RequestAborted);
        await sessions.BeginAsync(await reception.ReceiveAsync(claimed, context.RequestAborted), claimed.Proof, context.RequestAborted);
    }

    private string RedirectUri(HttpContext context) => Here(context) + settings.CallbackPath;

    private static string Here(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";

    [LoggerMessage(1, LogLevel.Warning, "A sign-in was refused: {Why}")]
    private partial void SayRefused(Refusal why);

    [LoggerMessage(2, LogLevel.Error, "The identity provider is away: {What} ({Cause})")]
    internal partial void SayAway(string what, string? cause);
}

/// <summary>The provider's answer as the browser brought it.</summary>
internal sealed record Answered(string? Code, string? State, string? Error, string? Issuer);

/// <summary>A sign-in that did not come to its end, in words for the person.</summary>
internal sealed record Stopped(int Status, string Heading, string Text, string? TryAgain)
{
    public static Stopped Used { get; } = new(400, "This sign-in is over", "The page was opened a second time, or the sign-in took longer than 15 minutes. Nothing is wrong: begin again.", "/account/sign-in");

    public static Stopped SignedInAlready { get; } = new(200, "You are signed in", "You came back to a sign-in that is done already. There is nothing more to do here.", null);

    public static Stopped Away(string returnTo) => new(503, "Signing in is not possible just now", "Your department's sign-in service does not answer. This site works: what is open to all can be read, and whoever is signed in stays signed in. Try again in a few minutes.", Again(returnTo));

    public static Stopped Because(Refusal why, bool cancelled, Attempt attempt) => why switch
    {
        Refusal.ProviderError when cancelled => new(200, "You stopped signing in", "You are not signed in. You can read what is open to all, or sign in after all.", Again(attempt.ReturnTo)),
        Refusal.ProviderError => new(403, "You could not be signed in", "Your department's sign-in service did not sign you in. If that surprises you, ask your IT helpdesk.", Again(attempt.ReturnTo)),
        Refusal.NotInvited => new(403, "You have no place here yet", "Your department's sign-in service knows you, but this site is for people who were invited. Ask the people who run it to invite you under your work address.", null),
        Refusal.HasLeft => new(403, "Your place here has ended", "You are marked as having left. If that is wrong, ask the people who run this site.", null),
        Refusal.NotAskedAgain => new(403, "You were not asked again", "Your department's sign-in service let you through without asking who you are, so what is for moderators and administrators stays closed. Tell the people who run this site.", $"{Core.Web.SignInAgain.Address}?returnUrl={Uri.EscapeDataString(attempt.ReturnTo)}"),
        _ => new(403, "You could not be signed in", $"The answer of your department's sign-in service was not what it should be, so it was not believed. Try again; if it happens again, tell the people who run this site the word “{why}”.", Again(attempt.ReturnTo)),
    };

    private static string Again(string returnTo) => $"/account/sign-in?returnUrl={Uri.EscapeDataString(returnTo)}";
}
