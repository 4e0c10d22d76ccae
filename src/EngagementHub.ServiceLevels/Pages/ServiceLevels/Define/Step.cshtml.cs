using System.ComponentModel.DataAnnotations;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Levels;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Define;

internal sealed class StepModel(HubDb db, Rights rights, ICurrentStaff current, TimeProvider clock, IOptions<HubOptions> hub) : LevelPageModel(db, rights)
{
    private readonly HubDb _db = db;

    [BindProperty, StringLength(200, ErrorMessage = "The words can have 200 characters at most")]
    public string? Words { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter the new target")]
    public string? Target { get; set; }

    [BindProperty]
    public string? Within { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter the day from which the new target holds"), Display(Name = "day from which the new target holds")]
    public DateOnly? From { get; set; }

    public void OnGet() => Within = Level.Steps[^1].Within.ToString(Say.English);

    public async Task<IActionResult> OnPostAsync()
    {
        var target = Numbers.Decimal(ModelState, nameof(Target), Target);
        var within = Level.Measure.NeedsWithin() ? Numbers.Whole(ModelState, nameof(Within), Within) : 0;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var step = new Step(From!.Value, target, within);
        var now = clock.GetUtcNow();
        Agreement.Check(Words, nameof(Words), Level.Measure, step);
        Level.AddStep(step, now.DayIn(hub.Value.Zone), new Act(current.Id, now));
        await _db.SaveChangesAsync();
        this.Notify($"Promised: {step.InWords(Level.Measure)}. Open tickets whose due time moves are listed among the changes of their clocks.");
        return Redirect($"/service-levels/{Service.Slug}");
    }
}
