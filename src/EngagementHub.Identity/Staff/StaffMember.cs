using EngagementHub.Identity.Sessions;

namespace EngagementHub.Identity.Staff;

/// <summary>Someone who works in the department and can sign in.</summary>
internal sealed class StaffMember : Entity
{
    private readonly List<string> _roles = [];

    private StaffMember(Guid id, string userName, string name, string title, string? mail)
        : base(id) => (UserName, Name, Title, Mail) = (userName, name, title, mail);

    public string UserName { get; private set; }

    public string Name { get; private set; }

    public string Title { get; private set; }

    public string? Mail { get; private set; }

    /// <summary>The place of a persona on the sign-in page of Development, from 1; nothing for a real person, who cannot be tried.</summary>
    public int? PersonaPlace { get; private set; }

    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>When what says who it is was removed.</summary>
    public DateTimeOffset? ForgottenAt { get; private set; }

    public IReadOnlyList<string> Roles => _roles;

    public bool Administers => LeftAt is null && _roles.Contains(StandardRoles.Administrator);

    public static StaffMember Join(Guid id, string userName, string name, string title, string? mail, int? personaPlace) =>
        new(id, userName.Trim(), name.Trim(), title.Trim(), mail) { PersonaPlace = personaPlace };

    /// <summary>Somebody who is to come: known by their address until they sign in for the first time.</summary>
    public static StaffMember Invite(string userName, string name, string title, string mail, StaffId by, DateTimeOffset at)
    {
        var person = Join(Guid.NewGuid(), userName, name, title, mail, personaPlace: null);
        person.Raise(new StaffInvited(new StaffId(person.Id), by, at));
        return person;
    }

    /// <summary>Somebody whom the provider vouches for and nobody invited.</summary>
    public static StaffMember Arrive(string userName, string name, DateTimeOffset day)
    {
        var person = Join(Guid.NewGuid(), userName, name, "", mail: null, personaPlace: null);
        person.Raise(new StaffArrived(new StaffId(person.Id), day));
        return person;
    }

    /// <summary>Takes over what the provider says; where it says nothing, what is known stays.</summary>
    public void KnownAs(string? name, string? title, string? mail) => (Name, Title, Mail) = (name ?? Name, title ?? Title, mail ?? Mail);

    /// <summary>Of the roles that the provider decides the person holds these; the others stay as an administrator gave them.</summary>
    public void FollowProvider(IEnumerable<string> decided, IReadOnlyList<string> held, DateTimeOffset day)
    {
        List<string> wanted = [.. _roles.Except(decided).Union(held)];
        if (!wanted.Order().SequenceEqual(_roles.Order()))
        {
            HoldOnly(wanted);
            Raise(new RolesFollowed(new StaffId(Id), string.Join(", ", wanted), day));
        }
    }

    /// <summary>The provider took the role away, and nobody else holds it.</summary>
    public void LeftNobodyAdministering(DateTimeOffset day) => Raise(new NobodyAdministers(new StaffId(Id), day));

    public void BecomeFirstAdministrator(DateTimeOffset day)
    {
        if (!_roles.Contains(StandardRoles.Administrator))
        {
            HoldOnly([.. _roles, StandardRoles.Administrator]);
            Raise(new FirstAdministratorNamed(new StaffId(Id), day));
        }
    }

    public void Describe(string name, string title, string? mail, int? personaPlace) =>
        (Name, Title, Mail, PersonaPlace) = (name.Trim(), title.Trim(), mail, personaPlace);

    public void HoldOnly(IEnumerable<string> roles)
    {
        var wanted = roles.Distinct().ToList();
        if (!wanted.Order().SequenceEqual(_roles.Order()))
        {
            _roles.Clear();
            _roles.AddRange(wanted);
        }
    }

    public void ChangeRoles(IEnumerable<string> roles, StaffId by, DateTimeOffset at)
    {
        var wanted = roles.Distinct().ToList();
        if (by.Value == Id && _roles.Contains(StandardRoles.Administrator) && !wanted.Contains(StandardRoles.Administrator))
        {
            throw new BrokenRuleException("You cannot take the administrator role from yourself. Ask another administrator", "Roles");
        }

        HoldOnly(wanted);
        Raise(new RolesChanged(new StaffId(Id), string.Join(", ", wanted), by, at));
    }

    public void Leave(StaffId by, DateTimeOffset at)
    {
        if (by.Value == Id)
        {
            throw new BrokenRuleException("You cannot say of yourself that you left. Ask another administrator");
        }

        if (LeftAt is null)
        {
            LeftAt = at;
            Raise(new StaffLeft(new StaffId(Id), by, at));
        }
    }

    /// <summary>The entry stays under its number, without what says who it is. Who was forgotten never comes back under it.</summary>
    public void Forget(Core.Keeping.Forgetting forgetting)
    {
        (Name, Title) = forgetting.KeepsNameInOffice ? (Name, Title) : (Core.Keeping.FormerStaff.Name, "");
        (Mail, PersonaPlace, UserName, ForgottenAt) = (null, null, $"former-{Guid.NewGuid():N}", forgetting.At);
        LeftAt ??= forgetting.At;
        HoldOnly([]);
    }

    public void SignedOutEverywhere(StaffId by, DateTimeOffset at) => Raise(new SessionsEnded(new StaffId(Id), by, at));

    public void Return(StaffId by, DateTimeOffset at)
    {
        if (ForgottenAt is not null)
        {
            throw new BrokenRuleException("This person was forgotten, and the entry is nobody's any more. Invite them anew");
        }

        if (LeftAt is not null)
        {
            LeftAt = null;
            Raise(new StaffReturned(new StaffId(Id), by, at));
        }
    }

    public StaffCard Card() => new(new StaffId(Id), UserName, Name, Title, Mail, LeftAt is null, [.. _roles]);
}
