using EngagementHub.Identity.Staff;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity;

/// <summary>
/// <c>{ "name": "Staff", "Staff": [{ "UserName": "head-of-hr", "Name": "Head of HR", "Title": "Director of Human Resources",
/// "Mail": "…", "Roles": ["Blog owner"], "Persona": true }] }</c>. The identifier follows from the user name. Roles are given to new
/// people only: what an administrator has changed since stays.
/// </summary>
internal sealed class StaffRecipeStep(HubDb db) : IRecipeStep
{
    public string Name => "Staff";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        var place = 0;
        foreach (var item in step.Body["Staff"].Items())
        {
            place++;
            var userName = item["UserName"].Text();
            var person = await db.Staff.FirstOrDefaultAsync(s => s.UserName == userName, cancellation);
            var (name, title, mail, persona) = (item["Name"].Text(), item.TextOr("Title", ""), item.Find("Mail")?.Text(), item.FlagOr("Persona", false) ? place : (int?)null);
            if (person is null)
            {
                person = StaffMember.Join(StableId.From($"staff/{userName}"), userName, name, title, mail, persona);
                person.HoldOnly(item.ItemsOf("Roles").Select(r => r.Text()));
                db.Staff.Add(person);
            }
            else
            {
                person.Describe(name, title, mail, persona);
            }
        }
    }
}
