using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.ServiceLevels.Sources.Webhooks;

internal sealed class WebhookMap : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> hook)
    {
        hook.ToTable("servicelevels_webhooks");
        hook.Property(h => h.Name).HasMaxLength(80);
        hook.Property(h => h.Title).HasMaxLength(200);
        hook.Property(h => h.Shape).AsJson();
        hook.Ignore(h => h.Secrets);
        hook.Property<List<KeptSecret>>("_secrets").HasColumnName("Secrets").AsJson();
        hook.HasIndex(h => h.Name).IsUnique();
    }
}

internal sealed class WebhookEventMap : IEntityTypeConfiguration<WebhookEvent>
{
    public void Configure(EntityTypeBuilder<WebhookEvent> received)
    {
        received.ToTable("servicelevels_webhook_events");
        received.HasKey(e => e.Number);
        received.Property(e => e.Number).ValueGeneratedOnAdd();
        received.HasIndex(e => e.Id).IsUnique();
        received.Property(e => e.Key).HasMaxLength(200);
        received.Property(e => e.Field).HasMaxLength(200);
        received.Property(e => e.Reason).HasMaxLength(500);
        received.Property(e => e.Cure).HasMaxLength(500);
        received.Property(e => e.RepairReason).HasMaxLength(500);
        received.HasIndex(e => new { e.WebhookId, e.Key }).IsUnique();
        received.HasIndex(e => new { e.WebhookId, e.Standing, e.Number });
    }
}
