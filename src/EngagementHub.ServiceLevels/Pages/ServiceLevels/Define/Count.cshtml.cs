using System.ComponentModel.DataAnnotations;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Define;

internal sealed class CountModel(HubDb db, Rights rights, ICurrentStaff current, TimeProvider clock) : LevelPageModel(db, rights)
{
    private readonly HubDb _db = db;

    [BindProperty, Required(ErrorMessage = "Enter a day of the month"), Display(Name = "day of the month")]
    public DateOnly? Month { get; set; }

    [BindProperty]
    public string? Right { get; set; }

    [BindProperty]
    public string? Of { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (right, of) = (Numbers.Whole(ModelState, nameof(Right), Right), Numbers.Whole(ModelState, nameof(Of), Of));
        if (!ModelState.IsValid)
        {
            return Page();
        }

        Level.Record(Month!.Value, right, of, new Act(current.Id, clock.GetUtcNow()));
        await _db.SaveChangesAsync();
        this.Notify($"Recorded for {Say.Month(Month.Value)}: {right:N0} of {of:N0} correct.");
        return Redirect($"/service-levels/{Service.Slug}");
    }
}
