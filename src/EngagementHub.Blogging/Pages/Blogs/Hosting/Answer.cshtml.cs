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

    protected override Task<bool> MayAsync() => Task.FromResult(Period.Host == current.Id);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAcceptAsync()
    {
        try
        {
            await AcceptAsync();
        }
        catch (DbUpdateException overtaken) when (overtaken is DbUpdateConcurrencyException || Duplicates.Caused(overtaken))
        {
            // Two guests accepted at once. What is saved now names the one in the way; if nothing is, the second try goes through.
            Db.ChangeTracker.Clear();
            await LoadAsync();
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

    private async Task AcceptAsync()
    {
        Period.Accept(current.Id, Masthead.Now, Masthead.Today);
        await Calendar.HandOverAsync(Blog, Period, Period.LastDay, HttpContext.RequestAborted);
        await Db.SaveChangesAsync();
    }
}
