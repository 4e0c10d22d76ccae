using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.ServiceLevels.Sources.Rest;

internal sealed class RestSourceMap : IEntityTypeConfiguration<RestSource>
{
    public void Configure(EntityTypeBuilder<RestSource> source)
    {
        source.ToTable("servicelevels_rest_sources");
        source.Property(s => s.Name).HasMaxLength(80);
        source.Property(s => s.Title).HasMaxLength(200);
        source.Property(s => s.Rules).AsJson();
        source.Property(s => s.Cursor).AsJson();
        source.Property(s => s.Trouble).HasMaxLength(500);
        source.Property(s => s.Cure).HasMaxLength(500);
        source.Ignore(s => s.Refused).Ignore(s => s.Patience);
        source.Property<List<RefusedRecord>>("_refused").HasColumnName("Refused").AsJson();
        source.HasIndex(s => s.Name).IsUnique();
    }
}
