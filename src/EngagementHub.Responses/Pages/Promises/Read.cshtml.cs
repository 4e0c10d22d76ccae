using EngagementHub.Responses.Handover;
using EngagementHub.Responses.Promises;
using EngagementHub.WorkingTime;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Promises;

internal sealed class ReadModel(HubDb db, ScopeDesk desk, Ledger ledger, ReadModel.Beside beside) : PageModel
{
    public LedgerLine Line { get; private set; } = null!;

    public Promise Promise { get; private set; } = null!;

    public bool MaySettle { get; private set; }

    /// <summary>Whether a figure says it is kept and the person may say otherwise.</summary>
    public bool MayOverrule { get; private set; }

    /// <summary>Who took it over, declined it or was given it, in sentences.</summary>
    public IReadOnlyList<string> Handings { get; private set; } = [];

    public DateOnly Today => desk.Today;

    /// <summary>Why nobody works on the due day; nothing on a working day.</summary>
    public string? DayOff { get; private set; }

    /// <summary>The service level that shows it, and what its figure says today while the day is not over.</summary>
    public SubjectCard? Level { get; private set; }

    public FigureReading? FigureNow { get; private set; }

    /// <summary>Why it is late; nothing while it is not.</summary>
    public Lateness? Why { get; private set; }

    /// <summary>Who said that it is kept, or was not; nothing when nobody did.</summary>
    public string? SaidBy { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var now = desk.Now;
        if (await db.Promises.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.MadeAt <= now) is not { } promise)
        {
            return NotFound();
        }

        (Promise, Line) = (promise, await ledger.LineOfAsync(promise));
        var mayAct = await desk.MaySettleAsync(promise);
        (MaySettle, MayOverrule) = (mayAct && !promise.IsSettled, mayAct && promise.KeptByFigure);
        Handings = await HandingsAsync(promise);
        SaidBy = await NameAsync(promise.KeptBy ?? promise.OverruledBy);
        await MeasureAsync(promise);
        var calendar = await beside.Office.GetAsync(HttpContext.RequestAborted);
        Why = Line.State == LedgerState.Late ? Lateness.Of(Line, await LastWordAsync(promise), Today, calendar) : null;
        DayOff = calendar.IsWorkingDay(promise.Due) ? null : calendar.DayOff(promise.Due)?.Name ?? "not a working day";
        return Page();
    }

    private async Task MeasureAsync(Promise promise)
    {
        if (promise.Level is { } level)
        {
            Level = await beside.People.DescribeAsync(level);
            FigureNow = beside.Figures is null || Line.State is not (LedgerState.Open or LedgerState.Late) || Line.WaitsForFigure ? null : await beside.Figures.ReadAsync(level, promise.MadeDay!.Value, Today, desk.Now, HttpContext.RequestAborted);
        }
    }

    private async Task<string> LastWordAsync(Promise promise)
    {
        var (at, words, by) = Lateness.LastWordOf(promise, desk.Now);
        return $"{words} ({(await NameAsync(by) is { } name ? $"{name}, " : "")}{Core.Time.Say.Day(desk.DayOf(at))})";
    }

    private async Task<IReadOnlyList<string>> HandingsAsync(Promise promise)
    {
        var subject = new SubjectRef(ResponsesModule.PromiseKind, promise.Id);
        List<string> told = [.. (await beside.Handings.OfAsync([subject], HttpContext.RequestAborted))[subject]];
        foreach (var giving in promise.Givings.Where(g => g.At <= desk.Now).OrderBy(g => g.At))
        {
            told.Add($"{await NameAsync(giving.By)} gave it from {await NameAsync(giving.From)} to {await NameAsync(giving.To)} on {Core.Time.Say.Day(desk.DayOf(giving.At))}, because: {giving.Because}");
        }

        return told;
    }

    private async Task<string?> NameAsync(StaffId? who)
    {
        if (who is not { } person)
        {
            return null;
        }

        await beside.People.LearnAsync([person]);
        return beside.People.CardOf(person)?.Name ?? "a former member of staff";
    }

    /// <summary>What stands beside a promise.</summary>
    internal sealed record Beside(HandingLines Handings, PeopleAndPlaces People, IOfficeCalendar Office, IFigures? Figures = null);
}
