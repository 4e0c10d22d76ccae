using EngagementHub.Core.Ui;
using EngagementHub.Identity.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity.Pages.Staff;

internal sealed class ChangeRolesModel(HubDb db, ICurrentStaff current, TimeProvider clock) : PageModel
{
    private StaffMember _person = null!;

    [BindProperty]
    public List<string> Roles { get; set; } = [];

    public StaffCard Person => _person.Card();

    public IReadOnlyList<Choice> Choices { get; } = [.. StandardRoles.All.Select(r => new Choice(r, r))];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var userName = (string?)RouteData.Values["userName"];
        if (await db.Staff.FirstOrDefaultAsync(s => s.UserName == userName) is not { } person)
        {
            context.Result = NotFound();
            return;
        }

        _person = person;
        await next();
    }

    public void OnGet() => Roles = [.. _person.Roles];

    public async Task<IActionResult> OnPostAsync()
    {
        _person.ChangeRoles(Roles, current.Id, clock.GetUtcNow());
        await db.SaveChangesAsync();
        this.Notify($"{_person.Name} now holds: {(Roles.Count == 0 ? "no role beyond staff member" : string.Join(", ", Roles))}.");
        return Redirect("/staff");
    }
}
