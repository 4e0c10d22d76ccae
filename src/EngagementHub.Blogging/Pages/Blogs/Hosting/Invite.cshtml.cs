using System.ComponentModel.DataAnnotations;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.Blogging.Pages.Blogs.Hosting;

internal sealed class InviteModel(HubDb db, Mastheads mastheads, HostingCalendar calendar, IStaffDirectory directory, ICurrentStaff current, Rights rights) : BlogPageModel(mastheads)
{
    [BindProperty, Required(ErrorMessage = "Choose who is to host")]
    public Guid? Host { get; set; }

    [BindProperty, Display(Name = "first day"), Required(ErrorMessage = "Enter the first day")]
    public DateOnly? FirstDay { get; set; }

    [BindProperty, Display(Name = "last day"), Required(ErrorMessage = "Enter the last day")]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public Guid? StandIn { get; set; }

    [BindProperty, StringLength(4000, ErrorMessage = "The brief may hold 4,000 characters at most")]
    public string? Brief { get; set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    protected override async Task<IActionResult?> PrepareAsync()
    {
        if (!await rights.RunsAsync(Blog, current.Id))
        {
            return Forbid();
        }

        People = [.. (await directory.AllAsync(HttpContext.RequestAborted)).Select(s => new SelectListItem(s.Title.Length > 0 ? $"{s.Name}, {s.Title}" : s.Name, s.Id.ToString()))];
        return null;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var guest = await ActiveAsync(Host!.Value);
        var invitation = new Invitation(guest.Id, FirstDay!.Value, LastDay!.Value, StandIn is { } id ? new StaffId(id) : null, Brief ?? "");
        var period = HostingPeriod.Invite(Blog, invitation, current.Id, Masthead.Now);
        await calendar.RequireFreeAsync(Blog, period, period.LastDay, HttpContext.RequestAborted);
        db.HostingPeriods.Add(period);
        await db.SaveChangesAsync();
        this.Notify($"{guest.Name} is invited to host from {period.Days}. You will be told of the answer.", "See the invitation", Addresses.Of(Blog, period));
        return Redirect($"{Blog.Url}/hosting");
    }

    private async Task<StaffCard> ActiveAsync(Guid id) =>
        await directory.FindAsync(new StaffId(id), HttpContext.RequestAborted) is { IsActive: true } guest
            ? guest
            : throw new BrokenRuleException("This person has left the department. Choose somebody else", nameof(Host));
}
