using EngagementHub.Identity.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity.Pages.Staff;

/// <summary>Everyone, to be found by name, address or role, fifty at a time.</summary>
internal sealed class IndexModel(HubDb db) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<StaffCard> People { get; private set; } = [];

    public int Found { get; private set; }

    public int Active { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Find) || !string.IsNullOrEmpty(Role);

    public int Pages => Math.Max(1, (Found + PageSize - 1) / PageSize);

    public IEnumerable<Microsoft.AspNetCore.Mvc.Rendering.SelectListItem> RoleItems => StandardRoles.All.Select(r => new Microsoft.AspNetCore.Mvc.Rendering.SelectListItem(r, r));

    public async Task OnGetAsync()
    {
        Active = await db.Staff.CountAsync(s => s.LeftAt == null);
        var people = Matching(db.Staff.AsNoTracking());
        Found = await people.CountAsync();
        Number = Math.Clamp(Number, 1, Pages);
        People = [.. (await people.OrderBy(s => s.LeftAt != null).ThenBy(s => s.Name).ThenBy(s => s.UserName).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync()).Select(s => s.Card())];
    }

    private IQueryable<StaffMember> Matching(IQueryable<StaffMember> people)
    {
        if (!string.IsNullOrEmpty(Role))
        {
            people = people.Where(s => s.Roles.Contains(Role));
        }

#pragma warning disable CA1304, CA1311, CA1862 // translated to the database's LOWER
        return (Find ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(5).Select(word => word.ToLowerInvariant())
            .Aggregate(people, (left, word) => left.Where(s => s.Name.ToLower().Contains(word) || s.UserName.ToLower().Contains(word) || (s.Mail != null && s.Mail.ToLower().Contains(word)) || s.Title.ToLower().Contains(word)));
#pragma warning restore CA1304, CA1311, CA1862
    }
}
