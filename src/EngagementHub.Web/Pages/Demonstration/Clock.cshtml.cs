using System.ComponentModel.DataAnnotations;
using EngagementHub.Core.Data;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.Web.Pages.Demonstration;

internal sealed class ClockModel(TimeProvider clock, IOptions<HubOptions> hub, HubDb db) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter the day it should be"), Display(Name = "Day")]
    public DateOnly? Day { get; set; }

    public string Now => Say.Moment(clock.GetUtcNow(), hub.Value.Zone);

    public IActionResult OnGet() => clock is DemonstrationClock ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (clock is not DemonstrationClock movable)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        movable.MoveTo(Day!.Value.StartIn(hub.Value.Zone).AddHours(10));
        await MakeJobsDueAsync();
        this.Notify($"Here it is {Now} now, and the clock runs on from there.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostResetAsync()
    {
        if (clock is not DemonstrationClock movable)
        {
            return NotFound();
        }

        movable.Reset();
        await MakeJobsDueAsync();
        this.Notify("The clock is right again.");
        return RedirectToPage();
    }

    // Jobs wait by the machine's clock; who moves the day wants to see its reminders now.
    private Task<int> MakeJobsDueAsync() => db.Jobs.ExecuteUpdateAsync(set => set.SetProperty(j => j.BegunAt, (DateTimeOffset?)null), HttpContext.RequestAborted);
}
