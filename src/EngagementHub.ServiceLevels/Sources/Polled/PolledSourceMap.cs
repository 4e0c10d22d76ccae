using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.ServiceLevels.Sources.Polled;

internal sealed class PolledSourceMap : IEntityTypeConfiguration<PolledSource>
{
    public void Configure(EntityTypeBuilder<PolledSource> source)
    {
        source.ToTable("servicelevels_polled_sources");
        source.Property(s => s.Name).HasMaxLength(80);
        source.Property(s => s.Title).HasMaxLength(200);
        source.Property(s => s.Kind).HasMaxLength(80);
        source.Property(s => s.Address).HasMaxLength(1000);
        source.Property(s => s.Error).HasMaxLength(1000);
        source.Property(s => s.Cure).HasMaxLength(1000);
        source.Property(s => s.Lag).HasConversion<long?>();
        source.Ignore(s => s.Rules);
        source.Ignore(s => s.Every);
        source.HasIndex(s => s.Name).IsUnique();
        source.OwnsMany(s => s.Mappings, version =>
        {
            version.ToTable("servicelevels_source_mappings");
            version.WithOwner().HasForeignKey("SourceId");
            version.HasKey("SourceId", nameof(MappingVersion.Number));
            version.Property(v => v.Number).ValueGeneratedNever();
            version.Property(v => v.Why).HasMaxLength(1000);
        }).Navigation(s => s.Mappings).HasField("_mappings").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class WaitingTicketMap : IEntityTypeConfiguration<WaitingTicket>
{
    public void Configure(EntityTypeBuilder<WaitingTicket> ticket)
    {
        ticket.ToTable("servicelevels_waiting_tickets");
        ticket.HasKey(t => new { t.SourceId, t.Number });
        ticket.Property(t => t.Number).HasMaxLength(80);
        ticket.Property(t => t.Field).HasMaxLength(400);
        ticket.Property(t => t.Value).HasMaxLength(400);
        ticket.Property(t => t.Reason).HasMaxLength(400);
        ticket.Property(t => t.Cure).HasMaxLength(400);
        ticket.HasOne<PolledSource>().WithMany().HasForeignKey(t => t.SourceId).OnDelete(DeleteBehavior.Cascade);
    }
}
