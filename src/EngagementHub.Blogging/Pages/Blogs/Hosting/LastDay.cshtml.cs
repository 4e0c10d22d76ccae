using System.ComponentModel.DataAnnotations;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Blogging.Pages.Blogs.Hosting;

internal sealed class LastDayModel(HubDb db, Mastheads mastheads, HostingCalendar calendar, ICurrentStaff current, Rights rights, IStaffDirectory directory)
    : PeriodPageModel(db, mastheads, calendar)
{
    [BindProperty, Display(Name = "new last day"), Required(ErrorMessage = "Enter the new last day")]
    public DateOnly? LastDay { get; set; }

    [BindProperty, StringLength(2000, ErrorMessage = "The reason may hold 2,000 characters at most")]
    public string? Reason { get; set; }

    /// <summary>As it is before anything is changed here.</summary>
    public DateOnly LastDayNow { get; private set; }

    protected override Task<bool> MayAsync()
    {
        LastDayNow = Period.LastDay;
        return rights.RunsAsync(Blog, current.Id);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!this.Accepts(() => Period.CheckEnd(LastDay, Masthead.Today, Reason ?? "")))
        {
            return Page();
        }

        await RefuseExtendingWhoLeftAsync();
        Period.EndOn(LastDay!.Value, current.Id, Masthead.Now, Masthead.Today, Reason ?? "");
        var windsDownUntil = await Calendar.WindsDownUntilAsync(Period, HttpContext.RequestAborted);
        Period.Publish(Period.Window.Within(Period.LastDay, windsDownUntil), windsDownUntil, current.Id, Masthead.Now);
        await Calendar.HandOverAsync(Blog, Period, Period.LastDay, HttpContext.RequestAborted);
        await Db.SaveChangesAsync();
        this.Notify($"The last day is now {Say.Day(Period.LastDay)}. The host is told why.");
        return Redirect(Here);
    }

    private async Task RefuseExtendingWhoLeftAsync()
    {
        if (LastDay > Period.LastDay && await directory.FindAsync(Period.Host, HttpContext.RequestAborted) is not { IsActive: true })
        {
            throw new BrokenRuleException("The host has left the department, so the period cannot be extended. Cut it short, or invite somebody else for the days after it", nameof(LastDay));
        }
    }
}
