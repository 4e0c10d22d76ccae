using System.ComponentModel.DataAnnotations;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs.Hosting;

internal sealed class InviteModel(HubDb db, Mastheads mastheads, HostingCalendar calendar, Colleagues colleagues, ICurrentStaff current, Rights rights) : BlogPageModel(mastheads)
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

    [BindProperty, Display(Name = "day to ask by")]
    public DateOnly? AskBy { get; set; }

    [BindProperty, Display(Name = "day to answer by")]
    public DateOnly? AnswerBy { get; set; }

    /// <summary>Whether to invite although somebody else is invited for some of these days and has not answered.</summary>
    [BindProperty]
    public bool Anyway { get; set; }

    /// <summary>Whether somebody else is, so that the box to tick is shown.</summary>
    public bool HasRivals { get; private set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    protected override async Task<IActionResult?> PrepareAsync()
    {
        if (!await rights.RunsAsync(Blog, current.Id))
        {
            return Forbid();
        }

        People = await colleagues.ToChooseAsync(HttpContext.RequestAborted);
        return null;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!this.Accepts(() => AsTyped().Check(Masthead.Today)))
        {
            return Page();
        }

        try
        {
            return await InviteAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            // The pen was handed over, or the same form was sent, at the same moment. What is saved now decides.
            db.ChangeTracker.Clear();
            await LoadAsync();
            return await InviteAsync();
        }
    }

    // A day that is missing or could not be read has been told so; the others are looked at without it.
    private Invitation AsTyped()
    {
        var first = FirstDay ?? Masthead.Today;
        return new Invitation(new StaffId(Host ?? Guid.Empty), first, LastDay ?? first, StandIn is { } standIn ? new StaffId(standIn) : null, Brief?.ReplaceLineEndings("\n") ?? "");
    }

    private async Task<IActionResult> InviteAsync()
    {
        var guest = await colleagues.ActiveAsync(new StaffId(Host!.Value), nameof(Host), HttpContext.RequestAborted);
        var standIn = StandIn is { } id ? await colleagues.ActiveAsync(new StaffId(id), nameof(StandIn), HttpContext.RequestAborted) : null;
        var invitation = new Invitation(guest.Id, FirstDay!.Value, LastDay!.Value, standIn?.Id, Brief?.ReplaceLineEndings("\n") ?? "");
        var period = HostingPeriod.Invite(Blog, invitation, current.Id, Masthead.Now);
        period.Publish(new QuestionWindow(AskBy, AnswerBy), await calendar.WindsDownUntilAsync(period, HttpContext.RequestAborted), current.Id, Masthead.Now);
        await calendar.HandOverAsync(Blog, period, period.LastDay, HttpContext.RequestAborted);
        var rivals = await calendar.RivalsAsync(Blog, period.FirstDay, period.LastDay, Masthead.Today, HttpContext.RequestAborted);
        if (rivals.FirstOrDefault(r => r.Asks(invitation) && r.Window == period.Window) is { } same)
        {
            this.Notify($"{guest.Name} has been invited for {same.Days} already. The invitation was not sent twice.", "See the invitation", Addresses.Of(Blog, same));
            return Redirect($"{Blog.Url}/hosting");
        }

        await RequireNoRivalAsync(guest, rivals);
        db.HostingPeriods.Add(period);
        await db.SaveChangesAsync();
        this.Notify($"{guest.Name} is invited to host from {period.Days}. You will be told of the answer.", "See the invitation", Addresses.Of(Blog, period));
        return Redirect($"{Blog.Url}/hosting");
    }

    private async Task RequireNoRivalAsync(StaffCard guest, IReadOnlyList<HostingPeriod> rivals)
    {
        if (rivals.FirstOrDefault(r => r.Host == guest.Id) is { } twin)
        {
            throw new BrokenRuleException($"{guest.Name} is invited for {twin.Days} and has not answered yet. Withdraw that invitation first if the days or the brief are to change", nameof(Host));
        }

        HasRivals = rivals.Count > 0;
        if (HasRivals && !Anyway)
        {
            var name = await colleagues.NameAsync(rivals[0].Host, HttpContext.RequestAborted);
            throw new BrokenRuleException($"{name} is invited for {rivals[0].Days} and has not answered yet. Choose other days, or tick the box to invite both: whoever accepts first hosts", nameof(Anyway));
        }
    }
}
