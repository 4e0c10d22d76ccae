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
    /// <remarks>Whoever has signed in is not replaced by somebody who never has: a recipe's person cannot, and somebody invited may not come.</remarks>
    public async Task<bool> IsOnlyAsync(Guid person, CancellationToken cancellation)
    {
        var others = (await AllAsync(cancellation)).Where(id => id.Value != person).ToList();
        var self = new StaffId(person);
        return others.Count == 0 || (await db.Logins.AnyAsync(l => l.Person == self, cancellation) && !await HasSignedInAsync(others, cancellation));
    }

    /// <summary>How many look after people and roles; where somebody of them has signed in, of those who have.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        var all = await AllAsync(cancellation);
        return await db.Logins.Where(l => all.Contains(l.Person)).Select(l => l.Person).Distinct().CountAsync(cancellation) is > 0 and var known ? known : all.Count;
    }

    /// <summary>Whether somebody else administers whom the sign-in service knows: personas and recipes' people cannot sign in, so they keep no place taken.</summary>
    public async Task<bool> AnyOtherHasSignedInAsync(Guid person, CancellationToken cancellation) =>
        await HasSignedInAsync([.. (await AllAsync(cancellation)).Where(id => id.Value != person)], cancellation);

    private async Task<List<StaffId>> AllAsync(CancellationToken cancellation) =>
        [.. (await db.Staff.Where(s => s.LeftAt == null && s.Roles.Contains(StandardRoles.Administrator)).Select(s => s.Id).ToListAsync(cancellation)).Select(id => new StaffId(id))];

    private Task<bool> HasSignedInAsync(List<StaffId> people, CancellationToken cancellation) => db.Logins.AnyAsync(l => people.Contains(l.Person), cancellation);
}
