using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Pages.Plans.Actions;

internal sealed class LinkModel(HubDb db, PlansDesk desk, Links links) : ActionPage(db, desk)
{
    [BindProperty]
    public string? Cause { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public Guid? Measure { get; set; }

    public IReadOnlyList<SelectListItem> Measures { get; private set; } = [];

    public void OnGet() => Measure = Action.Measure;

    public async Task<IActionResult> OnPostAsync()
    {
        Plan.RefuseWhenClosed();
        if (!string.IsNullOrWhiteSpace(Cause))
        {
            Action.CausedBy(await links.FindAsync(Cause, nameof(Cause)), Words, Desk.Act);
        }

        if (Measure is { } chosen && chosen != Action.Measure)
        {
            Action.Moves(await Db.PlanMeasures.FirstOrDefaultAsync(m => m.Id == chosen) ?? throw new BrokenRuleException("Choose a measure from the list", nameof(Measure)), Desk.Act);
        }

        return await SaveAsync("The links are saved. What caused the action shows it from now on.");
    }

    protected override async Task LoadAsync() =>
        Measures = (await Db.PlanMeasures.Where(m => m.Plan == Plan.Id).OrderBy(m => m.Name).Select(m => new { m.Id, m.Name }).ToListAsync()).ConvertAll(m => new SelectListItem(m.Name, m.Id.ToString()));
}
