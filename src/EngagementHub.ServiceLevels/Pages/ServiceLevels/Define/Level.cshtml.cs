using System.ComponentModel.DataAnnotations;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Calendars;
using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Levels;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Define;

internal sealed class LevelModel(HubDb db, Rights rights, ICurrentStaff current, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    public static IReadOnlyList<Choice> Measures { get; } =
    [
        new(nameof(Levels.Measure.WithinWorkingDays), "Share done within so many working days", "The day of receipt is day 0; due at the end of the last day"),
        new(nameof(Levels.Measure.WithinWorkingHours), "Share done within so many working hours"),
        new(nameof(Levels.Measure.WithinElapsedHours), "Share done within so many hours round the clock"),
        new(nameof(Levels.Measure.AverageWorkingDays), "Average time, in working days"),
        new(nameof(Levels.Measure.ShareCorrect), "Share correct, counted by people each month"),
        new(nameof(Levels.Measure.InTimeForCutOff), "Share in time for the next cut-off", "For example, the next pay day: choose below whose dates count"),
        new(nameof(Levels.Measure.MedianWorkingDays), "The time within which half is done, in working days"),
        new(nameof(Levels.Measure.BacklogOlderThan), "How many open tickets are older than so many days"),
    ];

    public static IReadOnlyList<Choice> Bases { get; } =
    [
        new(nameof(Levels.Basis.Due), "The month in which it is due", "Recommended: nothing can be improved by closing old tickets"),
        new(nameof(Levels.Basis.Received), "The month in which it was received"),
        new(nameof(Levels.Basis.Completed), "The month in which it was done"),
    ];

    public static IReadOnlyList<Choice> Clocks { get; } =
    [
        new(nameof(Levels.Stops.Resolution), "When it is done"),
        new(nameof(Levels.Stops.FirstResponse), "When somebody first answers", "A separate clock: define a second service level to promise both"),
    ];

    /// <summary>The promise as it will be published; when it is given, the fields must say the same.</summary>
    [BindProperty, StringLength(200, ErrorMessage = "The words can have 200 characters at most")]
    public string? Words { get; set; }

    /// <summary>What the words were understood as.</summary>
    public ParsedPromise? Understood { get; private set; }

    [BindProperty]
    public Stops Stops { get; set; }

    [BindProperty]
    public string? CutOffs { get; set; }

    [BindProperty, Required(ErrorMessage = "Choose the service")]
    public string? Service { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter a name for the service level"), StringLength(200, ErrorMessage = "The name can have 200 characters at most")]
    public string? Name { get; set; }

    [BindProperty, Required(ErrorMessage = "Choose what is measured")]
    public Measure? Measure { get; set; }

    [BindProperty]
    public string? Within { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter the target")]
    public string? Target { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter the day from which it is promised"), Display(Name = "day from which it is promised")]
    public DateOnly? From { get; set; }

    [BindProperty]
    public string? LaterTarget { get; set; }

    [BindProperty, Display(Name = "day from which the later target holds")]
    public DateOnly? LaterFrom { get; set; }

    [BindProperty]
    public Basis Basis { get; set; }

    [BindProperty, Required(ErrorMessage = "Choose the working calendar")]
    public string? Calendar { get; set; }

    [BindProperty]
    public string? CutOff { get; set; }

    [BindProperty, StringLength(200, ErrorMessage = "The category can have 200 characters at most")]
    public string? Category { get; set; }

    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Calendars { get; private set; } = [];

    public IReadOnlyList<SelectListItem> CutOffCalendars { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Services = [.. (await rights.KeptAsync()).Select(service => new SelectListItem(service.Name, service.Slug))];
        Calendars = await db.Calendars.OrderByDescending(calendar => calendar.IsDefault).ThenBy(calendar => calendar.Name).Select(calendar => new SelectListItem(calendar.Name, calendar.Slug)).ToListAsync();
        if (Calendars.Count == 0)
        {
            var usual = OfficeCalendar.Usual(hub.Value.Zone, HolidaysInForce.Shipped, default);
            Calendars = [new SelectListItem($"{usual.Name} (Monday to Friday, 09:00 to 17:00, England and Wales bank holidays)", usual.Slug)];
        }

        CutOffCalendars = await db.CutOffCalendars.OrderBy(calendar => calendar.Name).Select(calendar => new SelectListItem(calendar.Name, calendar.Slug)).ToListAsync();
        await next();
    }

    public async Task<IActionResult> OnGetAsync(string? service)
    {
        Service = service;
        return await IsOfAnotherAsync() ? Forbid() : Page();
    }

    /// <summary>Fills the fields from the words, for the owner to see how they are understood before anything is kept.</summary>
    public IActionResult OnPostRead()
    {
        ModelState.Clear();
        Understood = PromiseWords.Parse(Words ?? "", nameof(Words));
        (Measure, From, Target) = (Understood.Measure, Understood.Step.From, Understood.Step.Target.ToString("0.##", Say.English));
        Within = Understood.Step.Within > 0 ? Understood.Step.Within.ToString(Say.English) : "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await IsOfAnotherAsync())
        {
            return Forbid();
        }

        var cutOff = Numbers.TimeOfDay(ModelState, nameof(CutOff), CutOff);
        var steps = Steps();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (rules, slug) = (new BrokenRules(), SlugText.From(Name!));
        rules.Look(() => Agreement.Check(Words, nameof(Words), Measure!.Value, steps[0]));
        var service = await rules.KeepAsync(() => ServiceAsync(slug));
        var (calendar, cutOffs) = (await rules.KeepAsync(CalendarAsync), await rules.KeepAsync(CutOffsAsync));
        rules.Refuse();
        var place = await db.ServiceLevels.CountAsync(level => level.ServiceId == service.Id);
        var text = new LevelText(slug, Name!, Measure!.Value, calendar) { Basis = Basis, CutOff = cutOff, Stops = Stops, CutOffCalendarId = cutOffs, Category = Category ?? "", Place = place };
        db.ServiceLevels.Add(ServiceLevel.Define(service.Id, text, steps, new Act(current.Id, clock.GetUtcNow())));
        await db.SaveChangesAsync();
        this.Notify($"The service level \"{Name}\" is defined: {string.Join("; then ", steps.Select(step => step.InWords(Measure.Value)))}. Everyone who reads the hub sees its figures.{await new DataBegin(db).SayAsync(service, steps[0])}");
        return Redirect($"/service-levels/{service.Slug}");
    }

    private async Task<bool> IsOfAnotherAsync() => await db.Services.FirstOrDefaultAsync(known => known.Slug == Service) is { } service && !await rights.KeepsAsync(service);

    private async Task<Service> ServiceAsync(string slug)
    {
        var service = await db.Services.FirstOrDefaultAsync(known => known.Slug == Service) ?? throw new BrokenRuleException("Choose a service of the list", nameof(Service));
        return !await db.ServiceLevels.AnyAsync(level => level.ServiceId == service.Id && level.Slug == slug) ? service
            : throw new BrokenRuleException("This service has a service level of that name: choose another name, or add a step to the one there is", nameof(Name));
    }

    private List<Step> Steps()
    {
        var within = Measure?.NeedsWithin() ?? (Within is { Length: > 0 }) ? Numbers.Whole(ModelState, nameof(Within), Within) : 0;
        var steps = new List<Step> { new(From ?? clock.GetUtcNow().DayIn(hub.Value.Zone), Numbers.Decimal(ModelState, nameof(Target), Target), within) };
        if (LaterTarget is { Length: > 0 } || LaterFrom is not null)
        {
            steps.Add(new Step(LaterFrom ?? Missing(), Numbers.Decimal(ModelState, nameof(LaterTarget), LaterTarget), within));
        }

        return steps;
    }

    private DateOnly Missing()
    {
        ModelState.AddModelError(nameof(LaterFrom), "Enter the day from which the later target holds");
        return default;
    }

    private async Task<Guid?> CutOffsAsync() => Measure != Levels.Measure.InTimeForCutOff ? null
        : (await db.CutOffCalendars.FirstOrDefaultAsync(calendar => calendar.Slug == CutOffs))?.Id ?? throw new BrokenRuleException("Choose whose cut-offs it must be in time for", nameof(CutOffs));

    private async Task<Guid> CalendarAsync()
    {
        if (await db.Calendars.FirstOrDefaultAsync(calendar => calendar.Slug == Calendar) is { } known)
        {
            return known.Id;
        }

        var usual = OfficeCalendar.Usual(hub.Value.Zone, HolidaysInForce.Shipped, new Act(current.Id, clock.GetUtcNow()));
        if (Calendar != usual.Slug || await db.Calendars.AnyAsync())
        {
            throw new BrokenRuleException("Choose a working calendar of the list", nameof(Calendar));
        }

        usual.BecomeDefault(new Act(current.Id, clock.GetUtcNow()));
        db.Calendars.Add(usual);
        return usual.Id;
    }
}
