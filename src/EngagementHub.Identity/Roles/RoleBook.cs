using EngagementHub.Core.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity.Roles;

/// <summary>What a role may do, and who said so.</summary>
/// <param name="Name">As people hold it.</param>
/// <param name="Permissions">Names of permissions, those of modules that are off too.</param>
/// <param name="Stored">The entry that decides it; nothing where the modules do.</param>
internal sealed record RoleCard(string Name, IReadOnlyList<string> Permissions, Role? Stored);

/// <summary>Every role with what it may do, decided here or by the modules.</summary>
internal sealed class RoleBook(HubDb db, ModuleCatalog modules)
{
    public async Task<IReadOnlyList<RoleCard>> AllAsync()
    {
        var stored = await db.Roles.ToListAsync();
        return [.. StandardRoles.All.Union(stored.Select(r => r.Name).Order(StringComparer.Ordinal)).Select(name => Card(name, stored.Find(r => r.Name == name)))];
    }

    public async Task<RoleCard?> FindAsync(string? name) => (await AllAsync()).FirstOrDefault(r => r.Name == name);

    /// <summary>What the modules let it do, those that are off too: switched on again, they find it unchanged.</summary>
    public IReadOnlyList<string> ByDefault(string role) => [.. modules.All.SelectMany(m => m.Permissions).Where(p => p.DefaultRoles.Contains(role)).Select(p => p.Name)];

    private RoleCard Card(string name, Role? stored) => new(name, stored?.Permissions ?? ByDefault(name), stored);
}
