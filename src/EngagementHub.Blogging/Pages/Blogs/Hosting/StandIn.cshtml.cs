using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.Blogging.Pages.Blogs.Hosting;

internal sealed class StandInModel(HubDb db, Mastheads mastheads, HostingCalendar calendar, Colleagues colleagues, ICurrentStaff current, Rights rights)
    : PeriodPageModel(db, mastheads, calendar)
{
    [BindProperty]
    public Guid? Person { get; set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    protected override async Task<bool> MayAsync()
    {
        People = [.. (await colleagues.ToChooseAsync(HttpContext.RequestAborted)).Where(p => p.Value != Period.Host.ToString())];
        return Period.Host == current.Id || await rights.RunsAsync(Blog, current.Id);
    }

    public void OnGet() => Person = Period.StandIn?.Value;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var named = Person is { } id ? await colleagues.ActiveAsync(new StaffId(id), nameof(Person), HttpContext.RequestAborted) : null;
        Period.StandInIs(named?.Id, current.Id, Masthead.Now, Masthead.Today);
        await Db.SaveChangesAsync();
        this.Notify(named is null ? "Nobody stands in any more." : $"{named.Name} stands in for the host{(Period.IsAgreed ? " and is told" : ", and is told when the host accepts")}.");
        return Redirect(Here);
    }
}
