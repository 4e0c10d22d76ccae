using EngagementHub.Core.Ui;
using EngagementHub.Plans.Plans;
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

    /// <summary>The plans in which a new action can be begun for it.</summary>
    public IReadOnlyList<Plan> Plans { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        BrokenRules.RefuseAll(() => RefuseUnknown(), () => Stated.OrEmpty(Words, Stated.Text, nameof(Words)));
        var chosen = await db.PlannedActions.FirstAsync(a => a.Id == Action);
        chosen.CausedBy(Thing, Words, desk.Act);
        await db.SaveChangesAsync();
        this.Notify("The action names what caused it, and this page shows the action.");
        return Redirect(Card.Url);
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Plans = await desk.RunningAsync(db, HttpContext.RequestAborted);
        if (Plans.Count == 0)
        {
            context.Result = Forbid();
            return;
        }

        if (!SubjectRef.TryParse(Of, out var thing) || !Links.MayCause(thing) || await subjects.DescribeAsync(thing, HttpContext.RequestAborted) is not { } card)
        {
            context.Result = NotFound();
            return;
        }

        (Thing, Card, Actions) = (thing, card, await ActionsAsync());
        await next();
    }

    private void RefuseUnknown()
    {
        if (!Actions.Any(a => a.Value == Action?.ToString()))
        {
            throw new BrokenRuleException("Choose the action it led to", nameof(Action));
        }
    }

    private async Task<IReadOnlyList<SelectListItem>> ActionsAsync()
    {
        var titles = Plans.ToDictionary(p => p.Id, p => p.Title);
        var actions = await db.PlannedActions.IgnoreAutoIncludes().AsNoTracking().Where(a => a.DroppedAt == null && titles.Keys.Contains(a.Plan)).Select(a => new { a.Id, a.Title, a.Plan, a.Place }).ToListAsync();
        return [.. actions.OrderBy(a => titles[a.Plan], StringComparer.Ordinal).ThenBy(a => a.Place).Select(a => new SelectListItem($"{titles[a.Plan]}: {a.Title}", a.Id.ToString()))];
    }
}
