using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity.Sessions;

/// <summary>Begins and ends sessions. An ended one is refused by every node at once, within three seconds where a signal between nodes is lost.</summary>
internal sealed class SignedIn(HubDb db, SessionClock clock, SessionSettings settings, IHttpContextAccessor http)
{
    public const string KeyClaim = "hub:session";
    public const string ProvedClaim = "hub:proved";
    public const string BeganItem = "began";
    public const string ProvedItem = "proved";

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("Sessions begin and end in a request");

    /// <summary>The hash of this browser's session, or nothing.</summary>
    public string? Here => http.HttpContext?.User.FindFirstValue(KeyClaim) is { } key ? new SessionKey(key).Hash : null;

    /// <summary>Always a new session under a new key: one that somebody planted or kept before is worth nothing after.</summary>
    public async Task BeginAsync(StaffId person, Proof proof, CancellationToken cancellation)
    {
        await EndHereAsync(cancellation);
        var key = SessionKey.New();
        var session = Session.Begin(key, person, clock.Today, DateOnly.FromDateTime((clock.Now + settings.Absolute).UtcDateTime), Device.Of(Context.Request.Headers.UserAgent.ToString()));
        db.Sessions.Add(proof.Issuer is { } issuer ? session.At(issuer, proof.ProviderSession) : session);
        await db.SaveChangesAsync(cancellation);

        var identity = new ClaimsIdentity([new(KeyClaim, key.Value)], CookieAuthenticationDefaults.AuthenticationScheme);
        var properties = new AuthenticationProperties { Items = { [BeganItem] = Seconds(clock.Now), [ProvedItem] = proof.At is { } at ? Seconds(at) : "" } };
        await Context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity), properties);
    }

    /// <summary>Ends this browser's session.</summary>
    /// <returns>The provider that it came from, if it came from one.</returns>
    public async Task<string?> EndHereAsync(CancellationToken cancellation)
    {
        if (Here is not { } hash)
        {
            return null;
        }

        var issuer = await db.Sessions.Where(s => s.KeyHash == hash).Select(s => s.Issuer).FirstOrDefaultAsync(cancellation);
        await EndAsync(db.Sessions.Where(s => s.KeyHash == hash), cancellation);
        return issuer;
    }

    /// <summary>Ends those sessions and saves.</summary>
    /// <returns>How many ended.</returns>
    public async Task<int> EndAsync(IQueryable<Session> sessions, CancellationToken cancellation)
    {
        var ending = await sessions.ToListAsync(cancellation);
        db.Sessions.RemoveRange(ending);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException e)
        {
            // Another request ended one of them at the same moment: it is gone, as it should be. The rest goes in a second try.
            e.Entries.ToList().ForEach(entry => entry.State = EntityState.Detached);
            await db.SaveChangesAsync(cancellation);
        }

        return ending.Count;
    }

    public static DateTimeOffset? Instant(string? seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var unix) ? DateTimeOffset.FromUnixTimeSeconds(unix) : null;

    private static string Seconds(DateTimeOffset instant) => instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
