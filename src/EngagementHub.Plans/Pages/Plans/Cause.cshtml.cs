using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Pages.Plans;

/// <summary>From a theme, promise, comment, survey question or service level: names the action it led to.</summary>
internal sealed class CauseModel(HubDb db, PlansDesk desk, Subjects subjects) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    [BindProperty]
    public Guid? Action { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public SubjectRef Thing { get; private set; }

    public SubjectCard Card { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Actions { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        var chosen = await db.PlannedActions.FirstOrDefaultAsync(a => a.Id == Action) ?? throw new BrokenRuleException("Choose the action it led to", nameof(Action));
        (await db.Plans.FirstAsync(p => p.Id == chosen.Plan)).RefuseWhenClosed();
        chosen.CausedBy(Thing, Words, desk.Act);
        await db.SaveChangesAsync();
        this.Notify("The action names what caused it, and this page shows the action.");
        return Redirect(Card.Url);
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!SubjectRef.TryParse(Of, out var thing) || !Links.MayCause(thing) || await subjects.DescribeAsync(thing, HttpContext.RequestAborted) is not { } card)
        {
            context.Result = NotFound();
            return;
        }

        (Thing, Card) = (thing, card);
        var plans = db.Plans.Where(p => p.ClosedAt == null);
        Actions = (await db.PlannedActions.Where(a => a.DroppedAt == null).Join(plans, a => a.Plan, p => p.Id, (a, p) => new { a.Id, a.Title, Plan = p.Title, a.Place }).OrderBy(a => a.Plan).ThenBy(a => a.Place).ToListAsync())
            .ConvertAll(a => new SelectListItem($"{a.Plan}: {a.Title}", a.Id.ToString()));
        await next();
    }
}
