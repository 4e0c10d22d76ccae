using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using EngagementHub.Identity.Provider;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EngagementHub.Identity.Staff;

/// <summary>Receives who comes from the provider: finds who they are, lets them in or not, and takes over what the provider decides about them.</summary>
internal sealed partial class Reception(HubDb db, SignInSettings settings, LastAdministrator last, TimeProvider clock, IOptions<HubOptions> hub, ILogger<Reception> log)
{
    // The beginning of the day: arrivals are kept to the day.
    private DateTimeOffset Today => clock.GetUtcNow().DayIn(hub.Value.Zone).StartIn(hub.Value.Zone);

    /// <summary>Whether the sign-in took the last administrator away.</summary>
    public bool LeftNobody { get; private set; }

    public async Task<StaffId> ReceiveAsync(Claimed claimed, CancellationToken cancellation)
    {
        try
        {
            return await LetInAsync(claimed, cancellation);
        }
        catch (DbUpdateException e) when (Duplicates.Caused(e) || e is DbUpdateConcurrencyException)
        {
            // The same person in two windows, or two people of one name, at the same moment: by now the other is there.
            db.ChangeTracker.Clear();
            return await LetInAsync(claimed, cancellation);
        }
    }

    private async Task<StaffId> LetInAsync(Claimed claimed, CancellationToken cancellation)
    {
        var person = await KnownAsync(claimed, cancellation) ?? await InvitedAsync(claimed, cancellation) ?? await NewAsync(claimed, cancellation);
        SignedToken.Refuse(person.LeftAt is not null, Refusal.HasLeft);
        // Two whom the provider takes the role from at the same moment must not each believe that the other stays.
        await using var turn = person.Administers ? await db.BeginInTurnAsync(cancellation) : null;
        var administered = person.Administers;
        person.KnownAs(claimed.Name, claimed.Title, claimed.Mail);
        await FollowAsync(person, claimed, cancellation);

        if (administered && !person.Administers && await last.IsOnlyAsync(person.Id, cancellation))
        {
            SayNobody(person);
        }

        await db.SaveChangesAsync(cancellation);
        await (turn?.CommitAsync(cancellation) ?? Task.CompletedTask);
        return new StaffId(person.Id);
    }

    // Whom the setting names stays administrator for as long as nobody else is, whatever the provider says of the role.
    private async Task FollowAsync(StaffMember person, Claimed claimed, CancellationToken cancellation)
    {
        var isFirst = IsFirstAdministrator(claimed) && !await last.AnyOtherHasSignedInAsync(person.Id, cancellation);
        var held = settings.HeldBy(claimed.Roles);
        person.FollowProvider(settings.Roles.Keys, isFirst && person.Administers ? [.. held.Union([StandardRoles.Administrator])] : held, Today);
        if (isFirst)
        {
            person.BecomeFirstAdministrator(Today);
        }
    }

    // A department that takes a right away must not be overruled, and the same service, or the setting, can name another. So it holds, and is said wherever somebody may look.
    private void SayNobody(StaffMember person)
    {
        LeftNobody = true;
        person.LeftNobodyAdministering(Today);
        SayNobodyAdministers();
    }

    private async Task<StaffMember?> KnownAsync(Claimed claimed, CancellationToken cancellation) =>
        await db.Logins.FirstOrDefaultAsync(l => l.Issuer == claimed.Issuer && l.Subject == claimed.Subject, cancellation) is { } login
            ? await db.Staff.SingleAsync(s => s.Id == login.Person.Value, cancellation)
            : null;

    // An address proves nothing unless the provider has verified it, and nobody takes a place that is taken.
    private async Task<StaffMember?> InvitedAsync(Claimed claimed, CancellationToken cancellation)
    {
        if (!settings.BindsByMail || !claimed.MailIsVerified)
        {
            return null;
        }

#pragma warning disable CA1304, CA1311, CA1862 // translated to the database's LOWER
        var mail = claimed.Mail!.ToLowerInvariant();
        var invited = await db.Staff.Where(s => s.Mail != null && s.Mail.ToLower() == mail && s.LeftAt == null).OrderBy(s => s.UserName).Take(2).ToListAsync(cancellation);
#pragma warning restore CA1304, CA1311, CA1862
        if (invited is not [var person])
        {
            return null;
        }

        var id = new StaffId(person.Id);
        if (await db.Logins.AnyAsync(l => l.Person == id, cancellation))
        {
            return null;
        }

        db.Logins.Add(Login.Of(claimed.Issuer, claimed.Subject, id));
        return person;
    }

    private async Task<StaffMember> NewAsync(Claimed claimed, CancellationToken cancellation)
    {
        SignedToken.Refuse(!settings.WelcomesNewPeople && !IsFirstAdministrator(claimed), Refusal.NotInvited);
        var name = claimed.Name ?? "A colleague";
        var person = StaffMember.Arrive(await UserNames.FreeAsync(db, name, cancellation), name, Today);
        db.Staff.Add(person);
        db.Logins.Add(Login.Of(claimed.Issuer, claimed.Subject, new StaffId(person.Id)));
        return person;
    }

    private bool IsFirstAdministrator(Claimed claimed) => settings.FirstAdministrator is { } named
        && (named == claimed.Subject || named == claimed.ObjectId || (claimed.MailIsVerified && string.Equals(named, claimed.Mail, StringComparison.OrdinalIgnoreCase)));

    [LoggerMessage(1, LogLevel.Error, "Nobody administers the hub any more: the identity provider took the role from the last who did. Give it to somebody at the provider, check SignIn:Roles:Administrator, or name somebody in SignIn:FirstAdministrator, who then signs in")]
    private partial void SayNobodyAdministers();
}
