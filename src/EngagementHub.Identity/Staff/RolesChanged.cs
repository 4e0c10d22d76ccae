namespace EngagementHub.Identity.Staff;

/// <summary>A person's roles were changed.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Roles">What they hold now, in words.</param>
/// <param name="By">Who changed them.</param>
/// <param name="At">UTC instant.</param>
internal sealed record RolesChanged(StaffId Person, string Roles, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "identity.staff.roles-changed", new SubjectRef("identity.staff", Person.Value), Roles.Length == 0 ? "No role" : Roles);
}

/// <summary>A person left: their session ends with the next request.</summary>
internal sealed record StaffLeft(StaffId Person, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "identity.staff.left", new SubjectRef("identity.staff", Person.Value));
}

/// <summary>A person came back.</summary>
internal sealed record StaffReturned(StaffId Person, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "identity.staff.returned", new SubjectRef("identity.staff", Person.Value));
}
