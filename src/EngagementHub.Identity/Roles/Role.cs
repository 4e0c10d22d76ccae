using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Identity.Roles;

/// <summary>A named set of permissions. Where a role is not stored, the modules' defaults hold.</summary>
internal sealed class Role : Entity
{
    private readonly List<string> _permissions = [];

    private Role(string name, string description) => (Name, Description) = (name, description);

    public string Name { get; private set; }

    public string Description { get; private set; }

    public IReadOnlyList<string> Permissions => _permissions;

    public static Role Define(string name, string description, IReadOnlyList<string> permissions)
    {
        var role = new Role(name, description);
        role.Allow(permissions);
        return role;
    }

    public void Describe(string description) => Description = description;

    /// <exception cref="BrokenRuleException">Administrators could not look after people and roles any more.</exception>
    public void Allow(IReadOnlyList<string> permissions)
    {
        KeepWayBack(permissions);
        _permissions.Clear();
        _permissions.AddRange(permissions.Distinct());
    }

    /// <summary>Somebody decides what the role may do from now on.</summary>
    public void Decide(IReadOnlyList<string> permissions, StaffId by, DateTimeOffset at)
    {
        var change = Difference(_permissions, permissions);
        if (change.Length > 0)
        {
            Allow(permissions);
            Raise(new RoleDecided(Id, $"{Name}: {change}", by, at));
        }
    }

    /// <summary>The modules say again what the role may do, once this entry is removed.</summary>
    public void GiveBack(IReadOnlyList<string> byDefault, StaffId by, DateTimeOffset at) =>
        Raise(new RoleDecided(Id, $"{Name}: as the hub comes{(Difference(_permissions, byDefault) is { Length: > 0 } change ? $"; {change}" : "")}", by, at));

    // Who may give roles and rights can give everything else back, and the setting of a first administrator leads to this role.
    private void KeepWayBack(IReadOnlyList<string> permissions)
    {
        if (Name == StandardRoles.Administrator && !permissions.Contains(IdentityModule.ManageStaff))
        {
            throw new BrokenRuleException("An administrator must always be able to look after people and roles: nobody could undo this");
        }
    }

    private static string Difference(IReadOnlyList<string> before, IReadOnlyList<string> after) => string.Join("; ", ((string[])
    [
        Words("may now", after.Except(before)), Words("may no longer", before.Except(after)),
    ]).Where(w => w.Length > 0));

    private static string Words(string how, IEnumerable<string> permissions) => string.Join(", ", permissions.Order(StringComparer.Ordinal)) is { Length: > 0 } all ? $"{how} {all}" : "";
}

/// <summary>Somebody decided what a role may do.</summary>
internal sealed record RoleDecided(Guid Role, string Change, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "identity.role.decided", new SubjectRef("identity.role", Role), Change);
}

internal sealed class RoleMap : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> role)
    {
        role.ToTable("identity_roles");
        role.Property(r => r.Name).HasMaxLength(60);
        role.Property(r => r.Description).HasMaxLength(400);
        role.PrimitiveCollection(r => r.Permissions).HasField("_permissions").UsePropertyAccessMode(PropertyAccessMode.Field);
        role.HasIndex(r => r.Name).IsUnique();
    }
}
