using EngagementHub.Core.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity.Roles;

/// <summary>Which roles grant what, read once for each request at most.</summary>
internal sealed class RolePermissions(HubDb db, ModuleCatalog modules, Kept<string, Dictionary<string, IReadOnlyList<string>>> kept)
{
    private Dictionary<string, IReadOnlyList<string>>? _stored;

    public async Task<IReadOnlyList<string>> GrantingAsync(string permission, CancellationToken cancellation = default)
    {
        _stored ??= db.Database.CurrentTransaction is null ? await kept.GetAsync("", ReadAsync) : await ReadAsync();
        var byDefault = modules.Permissions.FirstOrDefault(p => p.Name == permission)?.DefaultRoles ?? [];
        return
        [
            .. byDefault.Where(role => !_stored.ContainsKey(role)),
            .. _stored.Where(role => role.Value.Contains(permission)).Select(role => role.Key),
        ];

        Task<Dictionary<string, IReadOnlyList<string>>> ReadAsync() => db.Roles.AsNoTracking().ToDictionaryAsync(r => r.Name, r => r.Permissions, cancellation);
    }
}
