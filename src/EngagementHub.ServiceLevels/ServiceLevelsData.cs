using EngagementHub.ServiceLevels.Calendars;
using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Levels;
using EngagementHub.ServiceLevels.Sources;
using EngagementHub.ServiceLevels.Tickets;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels;

internal static class ServiceLevelsData
{
    extension(HubDb db)
    {
        public DbSet<Service> Services => db.Set<Service>();

        public DbSet<StoredCalendar> Calendars => db.Set<StoredCalendar>();

        public DbSet<ServiceLevel> ServiceLevels => db.Set<ServiceLevel>();

        public DbSet<Ticket> Tickets => db.Set<Ticket>();

        public DbSet<TicketMapping> TicketMappings => db.Set<TicketMapping>();

        public DbSet<TicketImport> TicketImports => db.Set<TicketImport>();
    }
}
