using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Calendars;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Calendars.Holidays;

internal sealed record DivisionNews(string Name, IReadOnlyList<BankHoliday> New, IReadOnlyList<BankHoliday> Renamed, IReadOnlyList<BankHoliday> Missing, DateOnly Last);

/// <summary>What is new in a list, what it would do to open tickets, and whether it counts.</summary>
internal sealed class DecideModel(HubDb db, HolidayShelf holidays, ChangeEffect effect, ICurrentStaff current, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    [BindProperty]
    public IReadOnlyList<string> Strike { get; set; } = [];

    public string Zone => hub.Value.Zone;

    public HolidayFile List { get; private set; } = null!;

    public IReadOnlyList<DivisionNews> Divisions { get; private set; } = [];

    public IReadOnlyList<Choice> Strikable { get; private set; } = [];

    public IReadOnlyList<(StoredCalendar Calendar, IReadOnlyList<string> Differences, EffectShown Effect)> Effects { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!int.TryParse((string?)RouteData.Values["number"], out var number) || await db.HolidayLists.FirstOrDefaultAsync(list => list.Number == number) is not { } known)
        {
            context.Result = NotFound();
            return;
        }

        List = known;
        await CompareAsync(HttpContext.RequestAborted);
        await next();
    }

    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostLookAsync(CancellationToken cancellation)
    {
        await ShowAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken cancellation)
    {
        var act = new Act(current.Id, clock.GetUtcNow());
        var changed = await ChangedAsync(cancellation);
        List.Take(Struck, act);
        foreach (var (calendar, before, after) in changed)
        {
            calendar.Change(after, before, $"Bank holidays, list {List.Number}", act);
        }

        await db.SaveChangesAsync(cancellation);
        this.Notify($"List {List.Number} counts now. {(changed.Count == 0 ? "No calendar changed by it." : $"{Say.Count(changed.Count, "calendar")} got a new version; open tickets get their new due times within a minute and signed months stay as they are.")}");
        return Redirect("/service-levels/calendars/bank-holidays");
    }

    public async Task<IActionResult> OnPostAsideAsync(CancellationToken cancellation)
    {
        List.SetAside(new Act(current.Id, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellation);
        this.Notify($"List {List.Number} is set aside. It is kept and counts for nothing.");
        return Redirect("/service-levels/calendars/bank-holidays");
    }

    private IReadOnlyCollection<string> Struck => [.. Strike.Where(day => Strikable.Any(known => known.Value == day))];

    // Compared with what held when it was decided about, a list in force would show nothing new.
    private async Task CompareAsync(CancellationToken cancellation)
    {
        var (known, newer, today) = (await holidays.BeforeAsync(List, cancellation), List.Holidays, clock.GetUtcNow().DayIn(Zone));
        Divisions = [.. newer.Divisions.Where(known.Holidays.Divisions.Contains).Select(name =>
            new DivisionNews(name, known.Holidays.NewIn(newer, name), known.Holidays.RenamedIn(newer, name), known.Holidays.MissingFrom(newer, name, today), newer.Of(name).Select(day => day.Date).DefaultIfEmpty().Max()))];
        Strikable = [.. Divisions.SelectMany(division => division.Missing.Select(day => new Choice($"{division.Name}/{day.Date:yyyy-MM-dd}", $"{DivisionText.InWords(division.Name)}: {Say.Day(day.Date)}, {day.Title}")))];
    }

    private async Task<IReadOnlyList<(StoredCalendar Calendar, CalendarText Before, CalendarText After)>> ChangedAsync(CancellationToken cancellation)
    {
        var inForce = await holidays.InForceAsync(cancellation);
        return await holidays.ChangedByAsync(inForce.And(List, Struck.Select(HolidayFile.Day)), cancellation);
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        if (!List.IsWaiting)
        {
            return;
        }

        var now = clock.GetUtcNow();
        List<(StoredCalendar, IReadOnlyList<string>, EffectShown)> effects = [];
        foreach (var (calendar, before, after) in await ChangedAsync(cancellation))
        {
            effects.Add((calendar, CalendarDifference.Between(before, after), new EffectShown(await effect.OfAsync(calendar.Id, after, now, cancellation), now, Zone)));
        }

        Effects = effects;
    }
}
