using System.ComponentModel.DataAnnotations;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Blogging.Pages.Blogs.Hosting;

internal sealed class WithdrawModel(HubDb db, Mastheads mastheads, HostingCalendar calendar, ICurrentStaff current, Rights rights) : PeriodPageModel(db, mastheads, calendar)
{
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

        Period.Withdraw(current.Id, Masthead.Now, Masthead.Today, Reason ?? "");
        await Db.SaveChangesAsync();
        this.Notify($"The invitation for {Period.Days} is withdrawn. The person invited is told why.");
        return Redirect($"{Blog.Url}/hosting");
    }
}
