using System.ComponentModel.DataAnnotations;
using EngagementHub.Blogging.Handover;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs.Hosting;

internal sealed class HandoverModel(HubDb db, Mastheads mastheads, HostingCalendar calendar, Handovers handovers, HandoverDesk desk)
    : PeriodPageModel(db, mastheads, calendar)
{
    [BindProperty, StringLength(HandoverNote.LongestWords, ErrorMessage = "Your words may hold 4,000 characters at most")]
    public string? Words { get; set; }

    public HandoverCard Card { get; private set; } = null!;

    /// <summary>What would be left if the period ended now; asked while it runs.</summary>
    public IReadOnlyList<HandoverItem> OpenNow { get; private set; } = [];

    public HandoverSeat Seat { get; private set; } = null!;

    public bool MaySay => Seat.IsHost && Standing is HostingStanding.Active or HostingStanding.WindingDown;

    public bool MayMake => Standing.IsOver() && Card.Note?.MadeAt is null && (Seat.Decides || Seat.IsHost);

    protected override async Task<bool> MayAsync()
    {
        Seat = await desk.SeatAsync(Blog, Period);
        Card = await desk.CardAsync(Blog, Period, Masthead.Now, HttpContext.RequestAborted) with { DecideAt = Seat.Decides ? $"{Here}/handover" : null };
        OpenNow = Standing == HostingStanding.Active ? await handovers.OpenNowAsync(Period, HttpContext.RequestAborted) : [];
        return Period.IsAgreed && (Seat.IsHost || Seat.Decides);
    }

    public void OnGet() => Words = Card.Note?.Words;

    public Task<IActionResult> OnPostWordsAsync() => SaveAsync("Your words stand in the handover note.", async () =>
    {
        if (!MaySay)
        {
            throw new BrokenRuleException("Only the host adds words, from the first day of the period until it has wound down");
        }

        (await handovers.BeginAsync(Period, HttpContext.RequestAborted)).Say(Words?.ReplaceLineEndings("\n"), desk.Me, Masthead.Now, Standing);
    });

    public Task<IActionResult> OnPostMakeAsync() => SaveAsync("The note is made from the record.", () => Standing.IsOver()
        ? handovers.GatherAsync(Blog, Period, Masthead.Now, HttpContext.RequestAborted)
        : throw new BrokenRuleException($"The note is made when the period is over, after {Say.Day(Period.LastDay)}"));

    public Task<IActionResult> OnPostTakeOverAsync(Guid line) => SaveAsync("It is yours from now on. Who had it is told.", async () =>
    {
        Words = Card.Note?.Words;
        var chosen = Card.Note?.Lines.FirstOrDefault(l => l.Id == line);
        if (chosen is null || !Seat.Decides)
        {
            throw new BrokenRuleException("Only the next host and whoever runs the blog decide about what is left");
        }

        await handovers.DecideAsync(chosen, from => chosen.TakeOver(from, desk.Me, Masthead.Now), desk.Me, HttpContext.RequestAborted);
    });

    private async Task<IActionResult> SaveAsync(string done, Func<Task> act)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            await act();
            await Db.SaveChangesAsync();
        }
        catch (DbUpdateException overtaken) when (overtaken is DbUpdateConcurrencyException || Duplicates.Caused(overtaken))
        {
            // Somebody decided, or the note was made, at the same moment. What is saved now decides.
            Db.ChangeTracker.Clear();
            await LoadAsync();
            await act();
            await Db.SaveChangesAsync();
        }

        this.Notify(done);
        return Redirect($"{Here}/handover");
    }
}
