using EngagementHub.ServiceLevels.Calendars;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Calendars;

/// <summary>Checks worked examples as the command calendar-check does; a single one is explained day by day.</summary>
[RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
internal sealed class CheckModel(HubDb db, CalendarShelf shelf) : PageModel
{
    public const int MostSteps = 400;
    private const long MostBytes = 10L * 1024 * 1024;

    private const string Sample = """
        {
          "id": "over the weekend",
          "kind": "between",
          "tz": "Europe/London",
          "week": { "mon": [["09:00", "17:00"]], "tue": [["09:00", "17:00"]], "wed": [["09:00", "17:00"]], "thu": [["09:00", "17:00"]], "fri": [["09:00", "17:00"]] },
          "holidays": ["2026-04-03", "2026-04-06"],
          "start": "2026-04-02T16:00:00+01:00",
          "end": "2026-04-07T10:00:00+01:00",
          "minutes": 120
        }
        """;

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The short name of a kept calendar; nothing for what the example says.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Calendar { get; set; }

    public IReadOnlyList<SelectListItem> Calendars { get; private set; } = [];

    /// <summary>By which kept calendar it was worked out, and which version of it.</summary>
    public string? CountedBy { get; private set; }

    public IReadOnlyList<CheckedExample> Checked { get; private set; } = [];

    public int Passed => Checked.Count(example => example.Difference is null);

    public WorkedExample? Example { get; private set; }

    public IReadOnlyList<WorkedDay> Steps { get; private set; } = [];

    public bool IsCut { get; private set; }

    public static string InWords(TimeSpan time) =>
        time == TimeSpan.Zero ? "nothing" : string.Join(" ", new[] { (Math.Floor(time.TotalHours), "h"), (time.Minutes, "min"), (time.Seconds, "s") }.Where(part => part.Item1 != 0).Select(part => $"{part.Item1} {part.Item2}"));

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Calendars = await db.Calendars.OrderBy(calendar => calendar.Name).Select(calendar => new SelectListItem(calendar.Name, calendar.Slug)).ToListAsync(HttpContext.RequestAborted);
        await next();
    }

    public void OnGet() => Text = Sample;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var json = Text ?? "";
        if (Upload is { Length: > 0 })
        {
            using var text = new StreamReader(Upload.OpenReadStream());
            json = await text.ReadToEndAsync(cancellation);
        }

        if (string.IsNullOrWhiteSpace(json))
        {
            throw new BrokenRuleException("Write an example or choose a file", nameof(Text));
        }

        var kept = await KeptAsync(cancellation);
        try
        {
            Checked = WorkedExamples.Check(json, kept);
            Explain(json, kept);
        }
        catch (FormatException problem)
        {
            throw new BrokenRuleException(problem.Message, Upload is { Length: > 0 } ? nameof(Upload) : nameof(Text));
        }

        return Checked.Count > 0 ? Page() : throw new BrokenRuleException("The list \"vectors\" is empty: add an example", nameof(Text));
    }

    private async Task<WorkingCalendar?> KeptAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(Calendar))
        {
            return null;
        }

        var stored = await db.Calendars.AsNoTracking().FirstOrDefaultAsync(calendar => calendar.Slug == Calendar, cancellation) ?? throw new BrokenRuleException("There is no calendar of that name: choose one of the list", nameof(Calendar));
        var (number, calendar) = await shelf.GetAsync(db, stored.Id, cancellation);
        CountedBy = $"{stored.Name}, version {number}";
        return calendar;
    }

    private void Explain(string json, WorkingCalendar? kept)
    {
        if (Checked is not [{ IsMalformed: false }])
        {
            return;
        }

        Example = WorkedExamples.ReadOne(json, kept);
        if (Example.Span is { } span)
        {
            List<WorkedDay> days = [.. Example.Calendar.DayByDay(span.From, span.To, Example.Pauses).Take(MostSteps + 1)];
            (Steps, IsCut) = ([.. days.Take(MostSteps)], days.Count > MostSteps);
        }
    }
}
