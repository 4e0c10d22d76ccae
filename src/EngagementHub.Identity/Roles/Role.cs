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

    public static Role Define(string name, string description, IEnumerable<string> permissions)
    {
        var role = new Role(name, description);
        role.Allow(permissions);
        return role;
    }

    public void Describe(string description) => Description = description;

    public void Allow(IEnumerable<string> permissions)
    {
        _permissions.Clear();
        _permissions.AddRange(permissions.Distinct());
    }
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
