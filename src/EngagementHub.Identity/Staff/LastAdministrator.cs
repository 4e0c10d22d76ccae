using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity.Staff;

/// <summary>Somebody always looks after people and roles: what would take the last administrator away is refused, also when two take each other away at the same moment.</summary>
internal sealed class LastAdministrator(HubDb db)
{
    public const string Cure = "Give the role to somebody else first";

    /// <summary>Changes the person and saves, one such change after the other.</summary>
    /// <exception cref="BrokenRuleException">The person is the only administrator and would be none any more.</exception>
    public async Task StaysAsync(StaffMember person, Action change, CancellationToken cancellation)
    {
        await using var turn = await db.BeginInTurnAsync(cancellation);
        var administered = person.Administers;
        change();
        if (administered && !person.Administers && await IsOnlyAsync(person.Id, cancellation))
        {
            throw new BrokenRuleException($"{person.Name} is the only administrator. {Cure}");
        }

        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
    }

    /// <summary>Whether there is no administrator but this person. Holds for as long as the turn lasts in which it is asked.</summary>
    public async Task<bool> IsOnlyAsync(Guid person, CancellationToken cancellation) =>
        !await db.Staff.AnyAsync(s => s.Id != person && s.LeftAt == null && s.Roles.Contains(StandardRoles.Administrator), cancellation);
}
