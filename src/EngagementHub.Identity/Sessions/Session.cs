using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Identity.Sessions;

/// <summary>A place where somebody is signed in. It ends by being removed; days are kept and no times, so that it says nothing of who wrote what.</summary>
[Unseen, ReadByKey]
internal sealed class Session : Entity
{
    private Session(string keyHash, StaffId person, DateOnly startedOn, DateOnly endsOn, string device) =>
        (KeyHash, Person, StartedOn, LastSeenOn, EndsOn, Device) = (keyHash, person, startedOn, startedOn, endsOn, device);

    /// <summary>What the cookie's key hashes to: who reads the database cannot make the cookie.</summary>
    public string KeyHash { get; private set; }

    public StaffId Person { get; private set; }

    public DateOnly StartedOn { get; private set; }

    public DateOnly LastSeenOn { get; private set; }

    /// <summary>The last day on which it can still be alive; its exact end is in the cookie.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>The browser in two words, as in "Firefox on Windows", for its owner to know it again.</summary>
    public string Device { get; private set; }

    public string? Issuer { get; private set; }

    /// <summary>The provider's own name for the session, by which it ends it from its side.</summary>
    public string? ProviderSession { get; private set; }

    public static Session Begin(SessionKey key, StaffId person, DateOnly today, DateOnly lastDay, string device) => new(key.Hash, person, today, lastDay, device);

    public Session At(string issuer, string? providerSession)
    {
        (Issuer, ProviderSession) = (issuer, providerSession);
        return this;
    }
}

/// <summary>What a session's cookie holds: random, and of no meaning by itself.</summary>
internal sealed record SessionKey(string Value)
{
    public string Hash { get; } = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Value)));

    public static SessionKey New() => new(Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
}

internal sealed class SessionMap : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("identity_sessions");
        session.Property(s => s.KeyHash).HasMaxLength(64);
        session.Property(s => s.Device).HasMaxLength(60);
        session.Property(s => s.Issuer).HasMaxLength(300);
        session.Property(s => s.ProviderSession).HasMaxLength(255);
        session.HasIndex(s => s.KeyHash).IsUnique();
        session.HasIndex(s => s.Person);
        session.HasIndex(s => s.ProviderSession);
        session.HasIndex(s => s.EndsOn);
    }
}
