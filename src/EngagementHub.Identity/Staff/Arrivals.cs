namespace EngagementHub.Identity.Staff;

/// <summary>A person was invited under their address.</summary>
internal sealed record StaffInvited(StaffId Person, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "identity.staff.invited", new SubjectRef("identity.staff", Person.Value));
}

/// <summary>A person signed in for the first time. The day is kept, not the hour: who signs in and then writes without a name must not be found by it.</summary>
internal sealed record StaffArrived(StaffId Person, DateTimeOffset Day) : IAudited
{
    public AuditLine ToAudit() => new(null, Day, "identity.staff.arrived", new SubjectRef("identity.staff", Person.Value));
}

/// <summary>The provider's app roles or groups say something else than before.</summary>
internal sealed record RolesFollowed(StaffId Person, string Roles, DateTimeOffset Day) : IAudited
{
    public AuditLine ToAudit() => new(null, Day, "identity.staff.roles-followed", new SubjectRef("identity.staff", Person.Value), Roles.Length == 0 ? "No role, says the identity provider" : $"{Roles}, says the identity provider");
}

/// <summary>The person whom the settings name became administrator while there was none.</summary>
internal sealed record FirstAdministratorNamed(StaffId Person, DateTimeOffset Day) : IAudited
{
    public AuditLine ToAudit() => new(null, Day, "identity.staff.first-administrator", new SubjectRef("identity.staff", Person.Value), "Named by the setting SignIn:FirstAdministrator");
}

/// <summary>The identity provider took the role from the last administrator.</summary>
internal sealed record NobodyAdministers(StaffId Person, DateTimeOffset Day) : IAudited
{
    public AuditLine ToAudit() => new(null, Day, "identity.staff.nobody-administers", new SubjectRef("identity.staff", Person.Value), "The identity provider took the role from the last administrator");
}
