using System.ComponentModel.DataAnnotations;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Sources.Polled;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.TicketSystems;

internal sealed class SourceModel(HubDb db, Poll poll, Reach reach, ICurrentStaff current, TimeProvider clock, IOptions<HubOptions> hub) : SourcePageModel(db, current, clock, hub)
{
    private const int Shown = 50;
    private readonly HubDb _db = db;

    public IReadOnlyList<UnmappedValue> Unmapped { get; private set; } = [];

    public IReadOnlyList<WaitingTicket> Waiting { get; private set; } = [];

    public int WaitingInAll { get; private set; }

    [BindProperty, Display(Name = "day to read again from")]
    public DateOnly? Since { get; set; }

    [BindProperty, StringLength(80, ErrorMessage = "A ticket's number has 80 characters at most")]
    public string? Number { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostTestAsync(CancellationToken cancellation) => Said(await AskedAsync(() => reach.Reader(Source).TestAsync(reach.Ask(Source), cancellation)));

    public Task<IActionResult> OnPostPollAsync() => DoneAsync(() => Source.PollNow(Act.At), "It is asked within seconds.");

    public Task<IActionResult> OnPostPauseAsync() => DoneAsync(() => Source.Pause(Act), "Paused. It is not asked until somebody resumes it; nothing is lost meanwhile.");

    public Task<IActionResult> OnPostResumeAsync() => DoneAsync(() => Source.Resume(Act), "Resumed. What happened meanwhile is read now.");

    public Task<IActionResult> OnPostReadAgainAsync()
    {
        var day = Since ?? throw new BrokenRuleException("Enter the day to read again from", nameof(Since));
        if (day.Year < 1990 || day > Act.At.DayIn(HubZone))
        {
            throw new BrokenRuleException("Enter a day from 1990 to today", nameof(Since));
        }

        return DoneAsync(() => Source.ReadAgain(reach.Reader(Source).CursorFrom(day.StartIn(HubZone)), $"everything changed since {Say.ShortDay(day)}", Act), $"Everything that changed since {Say.ShortDay(day)} is read again. Nothing counts twice.");
    }

    public async Task<IActionResult> OnPostOneAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var number = string.IsNullOrWhiteSpace(Number) ? throw new BrokenRuleException("Enter the ticket's number", nameof(Number)) : Number.Trim();
        return Said(await AskedAsync(() => poll.OneAsync(Source, number, cancellation)));
    }

    protected override async Task LoadAsync()
    {
        var waiting = _db.WaitingTickets.AsNoTracking().Where(ticket => ticket.SourceId == Source.Id);
        WaitingInAll = await waiting.CountAsync();
        Waiting = await waiting.OrderBy(ticket => ticket.Since).ThenBy(ticket => ticket.Number).Take(Shown).ToListAsync();
        Unmapped = await waiting.Where(ticket => ticket.IsUnmapped).GroupBy(ticket => new { ticket.Field, ticket.Value }).Select(group => new UnmappedValue(group.Key.Field, group.Key.Value, group.Count())).ToListAsync();
    }

    private async Task<IActionResult> DoneAsync(Action act, string sentence)
    {
        act();
        await _db.SaveChangesAsync();
        return Said(sentence);
    }

    private RedirectResult Said(string sentence)
    {
        this.Notify(sentence);
        return Redirect($"/service-levels/sources/{Source.Name}");
    }

    private static async Task<string> AskedAsync(Func<Task<string>> ask)
    {
        try
        {
            return await ask();
        }
        catch (SourceTroubleException trouble)
        {
            throw new BrokenRuleException($"{trouble.Message}. {trouble.Cure}");
        }
    }
}

/// <summary>A value that nothing is said about, and how many tickets wait for that.</summary>
internal sealed record UnmappedValue(string Field, string Value, int Tickets);
