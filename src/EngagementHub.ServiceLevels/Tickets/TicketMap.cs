using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.ServiceLevels.Tickets;

internal sealed class TicketMap : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> ticket)
    {
        ticket.ToTable("servicelevels_tickets");
        ticket.Property(t => t.Source).HasMaxLength(80);
        ticket.Property(t => t.Number).HasMaxLength(80);
        ticket.Property(t => t.Category).HasMaxLength(200);
        ticket.HasIndex(t => new { t.Source, t.Number }).IsUnique();
        ticket.HasIndex(t => t.ServiceId);
        ticket.Ignore(t => t.InForce);
        ticket.HasMany(t => t.Events).WithOne().HasForeignKey("TicketId").OnDelete(DeleteBehavior.Cascade);
        ticket.Navigation(t => t.Events).HasField("_events").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class TicketEventMap : IEntityTypeConfiguration<TicketEvent>
{
    public void Configure(EntityTypeBuilder<TicketEvent> happened)
    {
        happened.ToTable("servicelevels_ticket_events");
        happened.Property<long>("TicketId");
        happened.Property(e => e.Key).HasMaxLength(200);
        happened.Property(e => e.State).HasMaxLength(80);
        happened.Property(e => e.Meaning).HasConversion<short>();
        happened.Property(e => e.Category).HasMaxLength(200);
        happened.Property(e => e.Team).HasMaxLength(200);
        happened.Property(e => e.Priority).HasMaxLength(80);
        happened.Property(e => e.Reason).HasMaxLength(200);
        happened.HasIndex("TicketId", nameof(TicketEvent.Key), nameof(TicketEvent.Revision)).IsUnique();
    }
}
