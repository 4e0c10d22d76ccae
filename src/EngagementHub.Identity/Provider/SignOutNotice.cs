using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EngagementHub.Identity.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Identity.Provider;

/// <summary>A sign-out notice that was acted on, kept while it could be played again.</summary>
internal sealed class SignOutNotice
{
    private SignOutNotice(string idHash, DateTimeOffset goodUntil) => (IdHash, GoodUntil) = (idHash, goodUntil);

    public string IdHash { get; private set; }

    public DateTimeOffset GoodUntil { get; private set; }

    public static SignOutNotice Of(string id, DateTimeOffset goodUntil) => new(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(id))), goodUntil);
}

internal sealed class SignOutNoticeMap : IEntityTypeConfiguration<SignOutNotice>
{
    public void Configure(EntityTypeBuilder<SignOutNotice> notice)
    {
        notice.ToTable("identity_sign_out_notices");
        notice.HasKey(n => n.IdHash);
        notice.Property(n => n.IdHash).HasMaxLength(64);
    }
}

/// <summary>What the provider sends from server to server when somebody signs out on its side (OpenID Connect Back-Channel Logout 1.0).</summary>
internal sealed class BackChannel(HubDb db, SignedToken tokens, SignedIn sessions, SessionClock clock)
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    /// <summary>Ends what the notice names.</summary>
    /// <returns>How many sessions ended.</returns>
    public async Task<int> TakeAsync(string token, CancellationToken cancellation)
    {
        var (says, _) = await tokens.ReadAsync(token, ["logout+jwt", "JWT"], clock.Now, cancellation);
        SignedToken.Refuse(!(says.TryGetProperty("events", out var events) && events.ValueKind == JsonValueKind.Object
            && events.TryGetProperty(Event, out var happened) && happened.ValueKind == JsonValueKind.Object), Refusal.NoLogoutEvent);
        SignedToken.Refuse(says.TryGetProperty("nonce", out _), Refusal.HasNonce);
        SignedToken.Refuse(says.Text("jti") is not { Length: <= 500 } || (says.Text("sub") is null && says.Text("sid") is null), Refusal.NoIdentifier);
        await RememberAsync(says, cancellation);
        return await sessions.EndAsync(await NamedAsync(says, cancellation), cancellation);
    }

    private async Task RememberAsync(JsonElement says, CancellationToken cancellation)
    {
        db.Add(SignOutNotice.Of($"{says.Text("iss")} {says.Text("jti")}", says.Instant("exp")!.Value + SignedToken.Skew));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (Duplicates.Caused(e))
        {
            throw new RefusedException(Refusal.Replayed);
        }
    }

    // One session when it is named, else all that the person began through this provider.
    private async Task<IQueryable<Session>> NamedAsync(JsonElement says, CancellationToken cancellation)
    {
        var (issuer, subject, session) = (says.Text("iss")!, says.Text("sub"), says.Text("sid"));
        var all = db.Sessions.Where(s => s.Issuer == issuer);
        if (session is not null)
        {
            return all.Where(s => s.ProviderSession == session);
        }

        var person = await db.Logins.Where(l => l.Issuer == issuer && l.Subject == subject).Select(l => (StaffId?)l.Person).FirstOrDefaultAsync(cancellation);
        return all.Where(s => person != null && s.Person == person);
    }
}
