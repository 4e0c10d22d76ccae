using EngagementHub.Plans.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Plans.Measures;

internal sealed class MeasureMap : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> measure)
    {
        measure.ToTable("plans_measures");
        measure.HasOne<Plan>().WithMany().HasForeignKey(m => m.Plan);
        measure.Property(m => m.Name).HasMaxLength(Stated.Title);
        measure.Property(m => m.Unit).HasMaxLength(40);
        measure.Property(m => m.BaselineMethod).HasMaxLength(Stated.Text);
        measure.Property(m => m.BaselineSource).HasMaxLength(Stated.Text);
        measure.Property(m => m.Failure).HasMaxLength(Stated.Text);
        measure.Property(m => m.Baseline).HasPrecision(18, 4);
        measure.Property(m => m.Target).HasPrecision(18, 4);
        measure.OwnsMany(m => m.Readings, reading =>
        {
            reading.ToTable("plans_readings");
            reading.WithOwner().HasForeignKey("MeasureId");
            reading.HasKey("MeasureId", nameof(Reading.Day), nameof(Reading.At));
            reading.Property(r => r.Value).HasPrecision(18, 4);
            reading.Property(r => r.Evidence).HasMaxLength(Stated.Text);
            reading.Property(r => r.Url).HasMaxLength(400);
            reading.Property(r => r.Because).HasMaxLength(Stated.Text);
        });
        measure.Navigation(m => m.Readings).UsePropertyAccessMode(PropertyAccessMode.Field).HasField("_readings");
    }
}
