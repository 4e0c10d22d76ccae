using System.ComponentModel.DataAnnotations;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Blogging.Pages.Blogs.Hosting;

internal sealed class LastDayModel(HubDb db, Mastheads mastheads, HostingCalendar calendar, ICurrentStaff current, Rights rights) : PeriodPageModel(db, mastheads, calendar)
{
    [BindProperty, Display(Name = "new last day"), Required(ErrorMessage = "Enter the new last day")]
    public DateOnly? LastDay { get; set; }

    [BindProperty, StringLength(2000, ErrorMessage = "The reason may hold 2,000 characters at most")]
    public string? Reason { get; set; }

    protected override Task<bool> MayAsync() => rights.RunsAsync(Blog, current.Id);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        Period.EndOn(LastDay!.Value, current.Id, Masthead.Now, Masthead.Today, Reason ?? "");
        await Calendar.HandOverAsync(Blog, Period, Period.LastDay, HttpContext.RequestAborted);
        await Db.SaveChangesAsync();
        this.Notify($"The last day is now {Say.Day(Period.LastDay)}. The host is told why.");
        return Redirect(Here);
    }
}
