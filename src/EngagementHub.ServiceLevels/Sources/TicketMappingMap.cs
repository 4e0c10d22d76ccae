using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.ServiceLevels.Sources;

internal sealed class TicketMappingMap : IEntityTypeConfiguration<TicketMapping>
{
    public void Configure(EntityTypeBuilder<TicketMapping> mapping)
    {
        mapping.ToTable("servicelevels_mappings");
        mapping.Property(m => m.Name).HasMaxLength(80);
        mapping.Property(m => m.Title).HasMaxLength(200);
        mapping.Property(m => m.Source).HasMaxLength(80);
        mapping.Property(m => m.Rules).HasConversion(rules => Text(rules), text => Rules(text), new ValueComparer<MappingRules>((a, b) => Text(a!) == Text(b!), rules => Text(rules).GetHashCode(StringComparison.Ordinal)));
        mapping.HasIndex(m => m.Name).IsUnique();
    }

    private static string Text(MappingRules rules) => JsonSerializer.Serialize(rules);

    private static MappingRules Rules(string text) => JsonSerializer.Deserialize<MappingRules>(text)!;
}

internal sealed class TicketImportMap : IEntityTypeConfiguration<TicketImport>
{
    public void Configure(EntityTypeBuilder<TicketImport> import)
    {
        import.ToTable("servicelevels_imports");
        import.Property(i => i.Mapping).HasMaxLength(80);
        import.Property(i => i.Source).HasMaxLength(80);
        import.Property(i => i.File).HasMaxLength(260);
        import.Ignore(i => i.Latest);
        import.Property(i => i.Fingerprint).HasMaxLength(64);
        import.HasIndex(i => i.Source);
    }
}
