using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Blogging.Hosting;

internal sealed class HostingPeriodMap : IEntityTypeConfiguration<HostingPeriod>
{
    public void Configure(EntityTypeBuilder<HostingPeriod> period)
    {
        period.ToTable("blogging_hosting_periods");
        period.HasOne<Blogs.Blog>().WithMany().HasForeignKey(p => p.BlogId).OnDelete(DeleteBehavior.Restrict);
        period.Property(p => p.Brief).HasMaxLength(4000);
        period.Property(p => p.Reason).HasMaxLength(2000);
        period.Property(p => p.CoResponders).AsJsonList();
        period.Property(p => p.Changes).AsJsonList();
        period.Ignore(p => p.Window);
        period.HasIndex(p => new { p.BlogId, p.FirstDay });
    }
}
