using EngagementHub.Core.Keeping;
using EngagementHub.ServiceLevels.Calendars;
using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Signing;
using EngagementHub.ServiceLevels.Sources;
using EngagementHub.ServiceLevels.Sources.Polled;
using EngagementHub.ServiceLevels.Sources.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels;

/// <summary>What is kept about those who run services and sign their months.</summary>
internal sealed class ServiceLevelHoldings(HubDb db) : IHoldPeople
{
    private const string Accountable = "Which data and rules a figure was made of stays answerable; it is kept under a number.";

    public IReadOnlyList<HeldRecord> Records { get; } =
    [
        HeldRecord.Of<Service>("Services that you own", p => s => s.Owner == p.Id).Stays("A service needs an owner."),
        HeldRecord.Of<SignedMonth>("Months that you signed", p => m => m.By == p.Id).Stays("A signed month carries its hash and never changes: the name it was signed with stays in it.").InOffice(),
        HeldRecord.Of<MethodSignature>("Ways of counting that you signed", p => m => m.By == p.Id).Stays("A signature under a way of counting never changes.").InOffice(),
        HeldRecord.Of<TicketImport>("Files of tickets that you took in", p => i => i.By == p.Id).Stays(Accountable),
        HeldRecord.Of<WebhookEvent>("Received events that you repaired", p => e => e.RepairedBy == p.Id).Without(nameof(WebhookEvent.Body), nameof(WebhookEvent.RepairedBody)).Stays(Accountable),
        HeldRecord.Among<PolledSource>("Ticket systems whose reading you changed", (source, p) => source.Mappings.Any(m => m.By == p.Id)).Without(nameof(PolledSource.Secret), nameof(PolledSource.Cursor)).Stays(Accountable),
        HeldRecord.Of<CalendarVersion>("Versions of working calendars that you saved", p => v => v.By == p.Id).Stays(Accountable),
        HeldRecord.Of<HolidayFile>("Lists of bank holidays that you sent in or decided", p => f => f.CameFrom == p.Id || f.DecidedBy == p.Id).Stays(Accountable),
    ];

    public async Task<IReadOnlyList<string>> OwedAsync(StaffId person, DateTimeOffset now, CancellationToken cancellation = default) =>
        [.. (await db.Services.AsNoTracking().Where(s => s.Owner == person).OrderBy(s => s.Name).Select(s => s.Name).ToListAsync(cancellation)).Select(name => $"Owns the service “{name}”. Give it another owner first")];
}
