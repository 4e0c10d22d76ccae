using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Notifications.Mail;

/// <summary>An address that the mail server refused for good. Nothing is sent there until somebody lifts it; what is for it waits.</summary>
internal sealed class StoppedAddress : Entity
{
    private const int LongestWords = 1000;

    private StoppedAddress(string address, string said, DateTimeOffset at) => (Address, Said, At) = (address, said, at);

    /// <summary>In small letters.</summary>
    public string Address { get; private set; }

    /// <summary>What the mail server said.</summary>
    public string Said { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static StoppedAddress Of(string address, string said, DateTimeOffset at) => new(Known(address), said.Length > LongestWords ? said[..LongestWords] : said, at);

    public static string Known(string address) => address.Trim().ToLowerInvariant();

    /// <summary>Somebody says that it can be tried again.</summary>
    public void Lift(StaffId by, DateTimeOffset at) => Raise(new AddressLifted(Id, by, at));
}

/// <summary>An address is written to again. The trail does not name it: it is somebody's.</summary>
internal sealed record AddressLifted(Guid Stopped, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "notifications.address.lifted", new SubjectRef("notifications.stopped-address", Stopped));
}

/// <summary>Looks addresses up and stops them.</summary>
internal static class Stopped
{
    public static Task<bool> IsAsync(HubDb db, string address, CancellationToken cancellation)
    {
        var known = StoppedAddress.Known(address);
        return db.StoppedAddresses.AnyAsync(s => s.Address == known, cancellation);
    }

    public static async Task AddAsync(HubDb db, string address, string said, DateTimeOffset at)
    {
        if (await IsAsync(db, address, CancellationToken.None))
        {
            return;
        }

        db.StoppedAddresses.Add(StoppedAddress.Of(address, said, at));
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateException e) when (Duplicates.Caused(e))
        {
            // Another node met the same refusal at the same moment.
        }
    }
}

internal sealed class StoppedAddressMap : IEntityTypeConfiguration<StoppedAddress>
{
    public void Configure(EntityTypeBuilder<StoppedAddress> stopped)
    {
        stopped.ToTable("notifications_stopped_addresses");
        stopped.Property(s => s.Address).HasMaxLength(254);
        stopped.Property(s => s.Said).HasMaxLength(1000);
        stopped.HasIndex(s => s.Address).IsUnique();
    }
}
