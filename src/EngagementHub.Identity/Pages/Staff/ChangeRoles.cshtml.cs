using EngagementHub.Core.Ui;
using EngagementHub.Identity.Provider;
using EngagementHub.Identity.Sessions;
using EngagementHub.Identity.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity.Pages.Staff;

internal sealed class ChangeRolesModel(HubDb db, LastAdministrator last, ICurrentStaff current, SignedIn sessions, SignInSettings signIn, TimeProvider clock) : PageModel
{
    private StaffMember _person = null!;

    /// <summary>What is ticked. Without a tick nothing comes, and that is an answer too.</summary>
    [BindProperty]
    public List<string>? Roles { get; set; } = [];

    public StaffCard Person => _person.Card();

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public int Places { get; private set; }

    /// <summary>The roles that the next sign-in sets again, whatever is ticked here.</summary>
    public string DecidedElsewhere => string.Join(", ", signIn.Roles.Keys);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var userName = (string?)RouteData.Values["userName"];
        if (await db.Staff.FirstOrDefaultAsync(s => s.UserName == userName) is not { } person)
        {
            context.Result = NotFound();
            return;
        }

        _person = person;
        Choices = [.. StandardRoles.All.Union(await db.Roles.OrderBy(r => r.Name).Select(r => r.Name).ToListAsync()).Select(r => new Choice(r, r))];
        Places = await db.Sessions.CountAsync(s => s.Person == Person.Id);
        await next();
    }

    public void OnGet() => Roles = [.. _person.Roles];

    public async Task<IActionResult> OnPostAsync()
    {
        var ticked = Roles ?? [];
        if (ticked.FirstOrDefault(r => !Choices.Any(c => c.Value == r)) is { } unknown)
        {
            throw new BrokenRuleException($"There is no role '{unknown}'", nameof(Roles));
        }

        await last.StaysAsync(_person, () => _person.ChangeRoles(ticked, current.Id, clock.GetUtcNow()), HttpContext.RequestAborted);
        this.Notify($"{_person.Name} now holds: {(ticked.Count == 0 ? "no role beyond staff member" : string.Join(", ", ticked))}.");
        return Redirect("/staff");
    }

    public async Task<IActionResult> OnPostLeaveAsync()
    {
        await last.StaysAsync(_person, () => _person.Leave(current.Id, clock.GetUtcNow()), HttpContext.RequestAborted);
        this.Notify($"{_person.Name} is marked as having left and can do nothing here any more.");
        return Redirect($"/staff/{_person.UserName}");
    }

    public async Task<IActionResult> OnPostEndSessionsAsync()
    {
        var (person, by, at) = (Person.Id, current.Id, clock.GetUtcNow());
        _person.SignedOutEverywhere(by, at);
        await sessions.EndAsync(db.Sessions.Where(s => s.Person == person), HttpContext.RequestAborted);
        this.Notify($"{_person.Name} is signed out everywhere.");
        return Redirect($"/staff/{_person.UserName}");
    }

    public async Task<IActionResult> OnPostReturnAsync()
    {
        _person.Return(current.Id, clock.GetUtcNow());
        await db.SaveChangesAsync();
        this.Notify($"{_person.Name} is here again, with the roles held before.");
        return Redirect($"/staff/{_person.UserName}");
    }
}
