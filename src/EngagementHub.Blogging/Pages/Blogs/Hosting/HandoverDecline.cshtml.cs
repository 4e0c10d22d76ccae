using EngagementHub.Blogging.Handover;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs.Hosting;

internal sealed class HandoverDeclineModel(HubDb db, Mastheads mastheads, HostingCalendar calendar, Handovers handovers, HandoverDesk desk)
    : PeriodPageModel(db, mastheads, calendar)
{
    [BindProperty]
    public string? Because { get; set; }

    public HandoverRow? Row { get; private set; }

    /// <summary>Where it is when it was declined: what the blog's owner declines stays with who has it.</summary>
    public string Afterwards => desk.Me == Blog.Owner || Row!.Line.Holder == Blog.Owner ? $"It stays with {Row!.Holder}" : "It goes back to the blog's owner";

    protected override async Task<bool> MayAsync()
    {
        var line = Guid.TryParse((string?)RouteData.Values["line"], out var id) ? id : Guid.Empty;
        Row = (await desk.CardAsync(Blog, Period, Masthead.Now, HttpContext.RequestAborted)).Rows.FirstOrDefault(r => r.Line.Id == line);
        return (await desk.SeatAsync(Blog, Period)).Decides;
    }

    public IActionResult OnGet() => Row is null ? NotFound() : Row.Waits ? Page() : Redirect($"{Here}/handover");

    public async Task<IActionResult> OnPostAsync()
    {
        if (Row is null)
        {
            return NotFound();
        }

        try
        {
            await DeclineAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else decided at the same moment; what is saved now says who.
            Db.ChangeTracker.Clear();
            await LoadAsync();
            await DeclineAsync();
        }

        this.Notify($"You declined it. {Afterwards}, who is told why.");
        return Redirect($"{Here}/handover");
    }

    private async Task DeclineAsync()
    {
        await handovers.DecideAsync(Row!.Line, from => Row.Line.Decline(from, Because, desk.Me, Masthead.Now), desk.Me, HttpContext.RequestAborted);
        await Db.SaveChangesAsync();
    }
}
