using System.ComponentModel.DataAnnotations;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Levels;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Define;

/// <summary>Dated cut-offs: read by everyone who defines service levels, added to by those who keep every service, since several levels may go by one.</summary>
internal sealed class CutOffsModel(HubDb db, Rights rights, ICurrentStaff current, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter a name"), StringLength(60, ErrorMessage = "The name can have 60 characters at most")]
    public string? Name { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter at least one cut-off and its date"), StringLength(10_000, ErrorMessage = "The dates can have 10,000 characters at most")]
    public string? Turns { get; set; }

    public IReadOnlyList<CutOffCalendar> Calendars { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Calendars = await db.CutOffCalendars.OrderBy(calendar => calendar.Name).ToListAsync();
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await rights.KeepsAllAsync())
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var turns = Turns!.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(CutOffCalendar.Parse).ToList();
        var calendar = Calendars.FirstOrDefault(known => string.Equals(known.Name, Name!.Trim(), StringComparison.OrdinalIgnoreCase)) ?? Added();
        turns.ForEach(turn => calendar.Add(turn, new Act(current.Id, clock.GetUtcNow())));
        await db.SaveChangesAsync();
        this.Notify($"\"{calendar.Name}\" has {Say.Count(calendar.Turns.Count, "date")} now.");
        return RedirectToPage();
    }

    private CutOffCalendar Added()
    {
        var slug = SlugText.From(Name!);
        return db.CutOffCalendars.Add(CutOffCalendar.Keep(slug.Length > 0 ? slug : throw new BrokenRuleException("Use letters or digits in the name", nameof(Name)), Name!, hub.Value.Zone)).Entity;
    }
}
