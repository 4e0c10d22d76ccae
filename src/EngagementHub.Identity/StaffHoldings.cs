using EngagementHub.Core.Keeping;
using EngagementHub.Identity.Sessions;
using EngagementHub.Identity.Staff;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity;

/// <summary>What is kept about a person who signs in.</summary>
internal sealed class StaffHoldings(HubDb db, LastAdministrator last) : IHoldPeople
{
    public IReadOnlyList<HeldRecord> Records { get; } =
    [
        HeldRecord.Of<StaffMember>("Your entry in the directory", p => s => s.Id == p.Id.Value)
            .Unnamed("The entry stays, because acts are recorded under its number. Address, user name and roles go, and the name unless it stays in office.", (person, f) => person.Forget(f)),
        HeldRecord.Of<Login>("How your sign-in service knows you", p => l => l.Person == p.Id).Removed("Nobody signs in with it any more."),
        HeldRecord.Of<Session>("Where you are signed in", p => s => s.Person == p.Id).Without(nameof(Session.KeyHash), nameof(Session.ProviderSession)).Removed("Every session ends."),
        HeldRecord.Of<AuditEntry>("Lines of the audit trail that name you", p =>
        {
            var (id, on) = (p.Id, new SubjectRef("identity.staff", p.Id.Value));
            return line => line.By == id || line.On == on;
        }).Without(nameof(AuditEntry.WhySalt)).Stays("The trail is sealed line to line and holds numbers, no names: it says that somebody acted, and its check goes on holding."),
    ];

    public async Task<IReadOnlyList<string>> OwedAsync(StaffId person, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var administers = await db.Staff.AnyAsync(s => s.Id == person.Value && s.LeftAt == null && s.Roles.Contains(StandardRoles.Administrator), cancellation);
        return administers && await last.IsOnlyAsync(person.Value, cancellation) ? [$"This is the only administrator. {LastAdministrator.Cure}"] : [];
    }
}
