using System.ComponentModel.DataAnnotations;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs.Hosting;

internal sealed class AnswerModel(HubDb db, Mastheads mastheads, HostingCalendar calendar, ICurrentStaff current) : PeriodPageModel(db, mastheads, calendar)
{
    [BindProperty, StringLength(2000, ErrorMessage = "The reason may hold 2,000 characters at most")]
    public string? Reason { get; set; }

    /// <summary>The period that has these days by now, if one does: then nothing can be accepted, but other days can be asked for.</summary>
    public InTheWay? Taken { get; private set; }

    public bool MayAccept => Taken is null && Standing == HostingStanding.Invited;

    protected override async Task<bool> MayAsync()
    {
        Taken = Period.IsOpenInvitation ? await Calendar.InTheWayAsync(Blog, Period, Period.LastDay, HttpContext.RequestAborted) : null;
        return Period.Host == current.Id;
    }

    public void OnGet() => Reason = Suggested;

    public async Task<IActionResult> OnPostAcceptAsync()
    {
        Reason = Suggested;
        try
        {
            await AcceptAsync();
        }
        catch (DbUpdateException overtaken) when (overtaken is DbUpdateConcurrencyException || Duplicates.Caused(overtaken))
        {
            // Two guests accepted at once. What is saved now names the one in the way; if nothing is, the second try goes through.
            Db.ChangeTracker.Clear();
            await LoadAsync();
            Reason = Suggested;
            await AcceptAsync();
        }

        this.Notify($"You host {Blog.Name} from {Period.Days}. Whoever invited you is told.");
        return Redirect(Here);
    }

    public async Task<IActionResult> OnPostDeclineAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        Period.Decline(current.Id, Masthead.Now, Reason ?? "");
        await Db.SaveChangesAsync();
        this.Notify($"You declined to host from {Period.Days}. Whoever invited you is told.");
        return Redirect(Here);
    }

    private string? Suggested => Taken is null ? null : $"{Taken.Host} hosts on {Taken.Period.Days}. Other days would suit me: ";

    private async Task AcceptAsync()
    {
        try
        {
            await Calendar.AcceptAsync(Blog, Period, Masthead.Now, HttpContext.RequestAborted);
        }
        catch (BrokenRuleException) when (Taken is null)
        {
            // Another guest was quicker between this page's first look and now: what it offers next must say so.
            await MayAsync();
            Reason = Suggested;
            throw;
        }

        await Db.SaveChangesAsync();
    }
}
