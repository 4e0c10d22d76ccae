using EngagementHub.Identity.Roles;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity;

/// <summary>
/// Orchard Core's step, and like Orchard's it replaces what the role may do:
/// <c>{ "name": "Roles", "Roles": [{ "Name": "Moderator", "Description": "…", "Permissions": ["conversation.moderate"] }] }</c>.
/// </summary>
internal sealed class RolesRecipeStep(HubDb db, Core.Hosting.ModuleCatalog modules) : IRecipeStep
{
    public string Name => "Roles";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        foreach (var item in step.Body["Roles"].Items())
        {
            var name = item["Name"].Text();
            var permissions = item.ItemsOf("Permissions").Select(Known).ToList();
            var role = await db.Roles.FirstOrDefaultAsync(r => r.Name == name, cancellation);
            if (role is null)
            {
                db.Roles.Add(Role.Define(name, item.TextOr("Description", ""), permissions));
                continue;
            }

            role.Describe(item.TextOr("Description", role.Description));
            if (!role.Permissions.Order().SequenceEqual(permissions.Order()))
            {
                role.Allow(permissions);
            }
        }
    }

    private string Known(RecipeNode node) => modules.All.SelectMany(m => m.Permissions).Any(p => p.Name == node.Text())
        ? node.Text()
        : throw node.Refuse($"there is no permission '{node.Text()}'");
}
