using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EngagementHub.Identity.Sessions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace EngagementHub.Identity.Provider;

/// <summary>A sign-in that has begun: what the provider's answer must fit.</summary>
/// <param name="State">Comes back with the answer, to the browser that asked.</param>
/// <param name="Nonce">Comes back in the token.</param>
/// <param name="Verifier">Shows the provider that who asks for the token is who began (PKCE).</param>
/// <param name="ReturnTo">The local address that was wanted.</param>
/// <param name="Again">Whether somebody who is signed in is to show anew who they are.</param>
/// <param name="BegunAt">UTC instant.</param>
internal sealed record Attempt(string State, string Nonce, string Verifier, string ReturnTo, bool Again, DateTimeOffset BegunAt)
{
    public string Challenge => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
}

/// <summary>Keeps begun sign-ins in the browser that began them, protected, each in a cookie of its own so that two windows do not disturb each other.</summary>
internal sealed class Attempts(IDataProtectionProvider protection, SessionClock clock)
{
    private const string Prefix = "hub-sign-in-";
    private const int Most = 5;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private readonly IDataProtector _protector = protection.CreateProtector("EngagementHub.Identity.Attempt");

    public Attempt Begin(HttpContext context, string returnTo, bool again)
    {
        var attempt = new Attempt(Random(), Random(), Random(), returnTo, again, clock.Now);
        ClearMany(context);
        context.Response.Cookies.Append(NameOf(context, attempt.State), _protector.Protect(JsonSerializer.Serialize(attempt)), Options(context, Life));
        return attempt;
    }

    /// <summary>The attempt that the state belongs to, once; nothing when this browser did not begin it, or too long ago.</summary>
    public Attempt? Take(HttpContext context, string state)
    {
        var name = NameOf(context, state);
        if (context.Request.Cookies[name] is not { } kept)
        {
            return null;
        }

        context.Response.Cookies.Delete(name, HostCookies.Options(context));
        try
        {
            return JsonSerializer.Deserialize<Attempt>(_protector.Unprotect(kept)) is { } attempt && attempt.State == state && clock.Now - attempt.BegunAt < Life ? attempt : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException or FormatException)
        {
            // A cookie that was not made here, or under a key that is gone.
            return null;
        }
    }

    private static void ClearMany(HttpContext context)
    {
        var begun = context.Request.Cookies.Keys.Where(k => k.StartsWith(HostCookies.Name(context, Prefix), StringComparison.Ordinal)).ToList();
        begun.Take(begun.Count >= Most ? begun.Count : 0).ToList().ForEach(name => context.Response.Cookies.Delete(name, HostCookies.Options(context)));
    }

    private static string NameOf(HttpContext context, string state) =>
        HostCookies.Name(context, Prefix + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(state)).AsSpan(0, 8)));

    private static CookieOptions Options(HttpContext context, TimeSpan life)
    {
        var options = HostCookies.Options(context);
        options.MaxAge = life;
        return options;
    }

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
}
