using System.ComponentModel.DataAnnotations;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.Blogging.Pages.Blogs.Hosting;

internal sealed class CoRespondersModel(HubDb db, Mastheads mastheads, HostingCalendar calendar, IStaffDirectory directory, ICurrentStaff current, Rights rights)
    : PeriodPageModel(db, mastheads, calendar)
{
    [BindProperty, Required(ErrorMessage = "Choose a person")]
    public Guid? Person { get; set; }

    [BindProperty, StringLength(200, ErrorMessage = "The title may hold 200 characters at most")]
    public string? Title { get; set; }

    public IReadOnlyList<StaffCard> Staff { get; private set; } = [];

    public IEnumerable<SelectListItem> People => Staff.Where(s => s.Id != Period.Host).Select(s => new SelectListItem($"{s.Name}, {s.Title}".TrimEnd(',', ' '), s.Id.ToString()));

    public string NameOf(StaffId person) => Staff.FirstOrDefault(s => s.Id == person)?.Name ?? "Somebody who has left";

    protected override async Task<bool> MayAsync()
    {
        Staff = await directory.AllAsync(HttpContext.RequestAborted);
        return Period.Host == current.Id || await rights.RunsAsync(Blog, current.Id);
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

        var card = Staff.FirstOrDefault(s => s.Id.Value == Person) ?? throw new BrokenRuleException("Choose a person", nameof(Person));
        Period.Name(new CoResponder(card.Id, string.IsNullOrWhiteSpace(Title) ? card.Title : Title), current.Id, Masthead.Now, Masthead.Today, WindsDownUntil);
        await Db.SaveChangesAsync();
        this.Notify($"{card.Name} answers too.");
        return Redirect($"{Here}/co-responders");
    }

    public async Task<IActionResult> OnPostReleaseAsync(Guid release)
    {
        Period.Release(new StaffId(release), current.Id, Masthead.Now, Masthead.Today, WindsDownUntil);
        await Db.SaveChangesAsync();
        this.Notify($"{NameOf(new StaffId(release))} no longer answers here.");
        return Redirect($"{Here}/co-responders");
    }
}
