using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Plans.Plans;

internal sealed class PlanMap : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> plan)
    {
        plan.ToTable("plans_plans");
        plan.Property(p => p.Slug).HasMaxLength(80);
        plan.Property(p => p.Title).HasMaxLength(Stated.Title);
        plan.Property(p => p.Purpose).HasMaxLength(Stated.Text);
        plan.Property(p => p.Model).HasMaxLength(20);
        plan.Property(p => p.ClosedBecause).HasMaxLength(Stated.Text);
        plan.Property(p => p.Areas).AsJsonList();
        plan.Property(p => p.Milestones).AsJsonList();
        plan.Property(p => p.Revisions).AsJsonList();
        plan.Ignore(p => p.FrozenThrough);
        plan.HasIndex(p => p.Slug).IsUnique();
    }
}

internal sealed class PlannedActionMap : IEntityTypeConfiguration<PlannedAction>
{
    public void Configure(EntityTypeBuilder<PlannedAction> action)
    {
        action.ToTable("plans_actions");
        action.HasOne<Plan>().WithMany().HasForeignKey(a => a.Plan);
        action.Property(a => a.Title).HasMaxLength(Stated.Title);
        action.Property(a => a.Success).HasMaxLength(Stated.Text);
        action.Property(a => a.Element).HasMaxLength(4);
        action.Property(a => a.Lead).HasMaxLength(Stated.Title);
        action.Property(a => a.DoneText).HasMaxLength(Stated.Text);
        action.Property(a => a.DroppedBecause).HasMaxLength(Stated.Text);
        action.Property(a => a.Slips).AsJsonList();
        action.Property(a => a.Words).AsJsonList();
        action.Property(a => a.Givings).AsJsonList();
        action.OwnsMany(a => a.Causes, cause =>
        {
            cause.ToTable("plans_action_causes");
            cause.WithOwner().HasForeignKey("ActionId");
            cause.HasKey("ActionId", nameof(Cause.Subject));
            cause.Property(c => c.Words).HasMaxLength(Stated.Text);
            cause.HasIndex(c => c.Subject);
        });
        action.HasIndex(a => a.Due);
    }
}
