using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.ServiceLevels.Catalogue;

internal sealed class ServiceMap : IEntityTypeConfiguration<Service>
{
    public void Configure(EntityTypeBuilder<Service> service)
    {
        service.ToTable("servicelevels_services");
        service.Property(s => s.Slug).HasMaxLength(80);
        service.Property(s => s.Name).HasMaxLength(200);
        service.Property(s => s.Summary).HasMaxLength(1000);
        service.Property(s => s.RunBy).HasMaxLength(200);
        service.Property(s => s.HowToAsk).HasMaxLength(1000);
        service.Property(s => s.Hours).HasMaxLength(200);
        service.Property(s => s.Contacts).HasMaxLength(500);
        service.Ignore(s => s.Text);
        service.HasIndex(s => s.Slug).IsUnique();
    }
}
