using EngagementHub.ServiceLevels.Calendars;
using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Kept;
using EngagementHub.ServiceLevels.Levels;
using EngagementHub.ServiceLevels.Signing;
using EngagementHub.ServiceLevels.Sources;
using EngagementHub.ServiceLevels.Sources.Polled;
using EngagementHub.ServiceLevels.Sources.Webhooks;
using EngagementHub.ServiceLevels.Tickets;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels;

internal static class ServiceLevelsData
{
    extension(HubDb db)
    {
        public DbSet<Service> Services => db.Set<Service>();

        public DbSet<StoredCalendar> Calendars => db.Set<StoredCalendar>();

        public DbSet<CalendarVersion> CalendarVersions => db.Set<CalendarVersion>();

        public DbSet<HolidayFile> HolidayLists => db.Set<HolidayFile>();

        public DbSet<ServiceLevel> ServiceLevels => db.Set<ServiceLevel>();

        public DbSet<Ticket> Tickets => db.Set<Ticket>();

        public DbSet<CutOffCalendar> CutOffCalendars => db.Set<CutOffCalendar>();

        public DbSet<KeptClock> Clocks => db.Set<KeptClock>();

        public DbSet<KeptTally> KeptTallies => db.Set<KeptTally>();

        public DbSet<KeptLevel> KeptLevels => db.Set<KeptLevel>();

        public DbSet<ClockChange> ClockChanges => db.Set<ClockChange>();

        public DbSet<TicketSource> TicketSources => db.Set<TicketSource>();

        public DbSet<SourceOfService> SourcesOfServices => db.Set<SourceOfService>();

        public DbSet<SourceDay> SourceDays => db.Set<SourceDay>();

        public DbSet<PolledSource> PolledSources => db.Set<PolledSource>();

        public DbSet<WaitingTicket> WaitingTickets => db.Set<WaitingTicket>();

        public DbSet<TicketMapping> TicketMappings => db.Set<TicketMapping>();

        public DbSet<TicketImport> TicketImports => db.Set<TicketImport>();

        public DbSet<Webhook> Webhooks => db.Set<Webhook>();

        public DbSet<WebhookEvent> WebhookEvents => db.Set<WebhookEvent>();

        public DbSet<SignedMonth> SignedMonths => db.Set<SignedMonth>();

        public DbSet<MethodSignature> MethodSignatures => db.Set<MethodSignature>();
    }
}
