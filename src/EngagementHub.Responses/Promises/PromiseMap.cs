using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Responses.Promises;

internal sealed class PromiseMap : IEntityTypeConfiguration<Promise>
{
    public void Configure(EntityTypeBuilder<Promise> promise)
    {
        promise.ToTable("responses_promises");
        promise.Property(p => p.What).HasMaxLength(Promise.LongestText);
        promise.Property(p => p.Evidence).HasMaxLength(Promise.LongestText);
        promise.Property(p => p.KeptText).HasMaxLength(Promise.LongestReason);
        promise.Property(p => p.KeptLink).HasMaxLength(400);
        promise.Property(p => p.DroppedBecause).HasMaxLength(Promise.LongestReason);
        promise.OwnsMany(p => p.Changes, change =>
        {
            change.ToTable("responses_promise_changes");
            change.WithOwner().HasForeignKey("PromiseId");
            change.HasKey("PromiseId", nameof(PromiseChange.At));
            change.Property(c => c.Because).HasMaxLength(Promise.LongestReason);
        });
        promise.Property(p => p.OverruledBecause).HasMaxLength(Promise.LongestReason);
        promise.OwnsMany(p => p.Givings, giving =>
        {
            giving.ToTable("responses_promise_givings");
            giving.WithOwner().HasForeignKey("PromiseId");
            giving.HasKey("PromiseId", nameof(PromiseGiving.At));
            giving.Property(g => g.Because).HasMaxLength(Promise.LongestReason);
        });
        promise.OwnsMany(p => p.Figures, figure =>
        {
            figure.ToTable("responses_promise_figures");
            figure.WithOwner().HasForeignKey("PromiseId");
            figure.HasKey("PromiseId", nameof(PromiseFigure.At));
            figure.Property(f => f.Words).HasMaxLength(Promise.LongestReason);
            figure.Property(f => f.Url).HasMaxLength(400);
        });
        promise.HasIndex(p => p.MadeOn);
        promise.HasIndex(p => p.Scope);
        promise.HasIndex(p => p.Due);
    }
}
