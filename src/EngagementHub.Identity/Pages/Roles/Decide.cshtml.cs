using EngagementHub.Core.Hosting;
using EngagementHub.Core.Ui;
using EngagementHub.Identity.Roles;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Identity.Pages.Roles;

/// <summary>Somebody who looks after people says what a role may do.</summary>
internal sealed class DecideModel(HubDb db, ModuleCatalog catalog, RoleBook book, ICurrentStaff current, TimeProvider clock) : PageModel
{
    /// <summary>What is ticked, by module.</summary>
    [BindProperty]
    public Dictionary<string, List<string>> Of { get; set; } = [];

    /// <summary>The state of the role that was looked at: who decided meanwhile is not written over.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public RoleCard Card { get; private set; } = null!;

    public IEnumerable<IModule> Modules => catalog.On.Where(m => m.Permissions.Count > 0);

    private int State => Card.Stored?.Version ?? -1;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await book.FindAsync((string?)RouteData.Values["name"]) is not { } card)
        {
            context.Result = NotFound();
            return;
        }

        Card = card;
        foreach (var module in Modules)
        {
            Of.TryAdd(module.Name, []);
        }

        await next();
    }

    public void OnGet()
    {
        Seen = State;
        foreach (var module in Modules)
        {
            Of[module.Name] = [.. module.Permissions.Select(p => p.Name).Intersect(Card.Permissions)];
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Seen != State)
        {
            throw new BrokenRuleException("Somebody else decided about this role meanwhile. Open the page again and look at what it may do now");
        }

        var role = Card.Stored ?? Role.Define(Card.Name, "", Card.Permissions);
        role.Decide(Wanted(), current.Id, clock.GetUtcNow());
        if (Card.Stored is null)
        {
            db.Roles.Add(role);
        }

        await db.SaveChangesAsync();
        this.Notify($"What the role {Card.Name} may do is saved and holds from now on.");
        return Redirect("/roles");
    }

    public async Task<IActionResult> OnPostGiveBackAsync()
    {
        if (Card.Stored is { } stored && StandardRoles.All.Contains(Card.Name))
        {
            stored.GiveBack(book.ByDefault(Card.Name), current.Id, clock.GetUtcNow());
            db.Roles.Remove(stored);
            await db.SaveChangesAsync();
            this.Notify($"The role {Card.Name} may do what the hub comes with.");
        }

        return Redirect("/roles");
    }

    // What belongs to a module that is off was not asked about and stays as it is.
    private List<string> Wanted()
    {
        var asked = Modules.SelectMany(m => m.Permissions).Select(p => p.Name).ToList();
        var ticked = Of.Values.SelectMany(v => v).ToHashSet();
        return [.. asked.Where(ticked.Contains), .. Card.Permissions.Except(asked)];
    }
}
