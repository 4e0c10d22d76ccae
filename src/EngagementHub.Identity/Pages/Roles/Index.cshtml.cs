using EngagementHub.Core.Hosting;
using EngagementHub.Identity.Roles;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity.Pages.Roles;

/// <summary>Every role beside everything that can be allowed.</summary>
internal sealed class IndexModel(HubDb db, ModuleCatalog catalog, RoleBook book) : PageModel
{
    private readonly Dictionary<string, int> _holders = [];

    public IReadOnlyList<RoleCard> Roles { get; private set; } = [];

    public IEnumerable<IModule> Modules => catalog.On.Where(m => m.Permissions.Count > 0);

    public int HeldBy(string role) => _holders.GetValueOrDefault(role);

    public async Task OnGetAsync()
    {
        Roles = await book.AllAsync();
        foreach (var role in Roles)
        {
            _holders[role.Name] = await db.Staff.CountAsync(s => s.LeftAt == null && s.Roles.Contains(role.Name));
        }
    }
}
