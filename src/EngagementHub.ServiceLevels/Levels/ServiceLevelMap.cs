using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.ServiceLevels.Levels;

internal sealed class ServiceLevelMap : IEntityTypeConfiguration<ServiceLevel>
{
    public void Configure(EntityTypeBuilder<ServiceLevel> level)
    {
        level.ToTable("servicelevels_levels");
        level.Property(l => l.Slug).HasMaxLength(80);
        level.Property(l => l.Name).HasMaxLength(200);
        level.Property(l => l.Category).HasMaxLength(200);
        level.HasIndex(l => new { l.ServiceId, l.Slug }).IsUnique();
        level.Ignore(l => l.Steps).Ignore(l => l.Counts);
        level.OwnsMany<Step>("_steps", step =>
        {
            step.ToTable("servicelevels_steps");
            step.WithOwner().HasForeignKey("LevelId");
            step.Property<long>("Id");
            step.HasKey("Id");
            step.Property(s => s.Target).HasPrecision(9, 2);
        });
        level.OwnsMany<MonthlyCount>("_counts", count =>
        {
            count.ToTable("servicelevels_counts");
            count.WithOwner().HasForeignKey("LevelId");
            count.Property<long>("Id");
            count.HasKey("Id");
        });
    }
}
