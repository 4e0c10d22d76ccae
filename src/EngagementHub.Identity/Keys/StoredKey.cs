using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Identity.Keys;

/// <summary>A key that protects cookies, kept where all nodes find it.</summary>
internal sealed class StoredKey(string name, string xml)
{
    public string Name { get; private set; } = name;

    public string Xml { get; private set; } = xml;
}

internal sealed class StoredKeyMap : IEntityTypeConfiguration<StoredKey>
{
    public void Configure(EntityTypeBuilder<StoredKey> key)
    {
        key.ToTable("identity_protection_keys");
        key.HasKey(k => k.Name);
        key.Property(k => k.Name).HasMaxLength(200);
    }
}
