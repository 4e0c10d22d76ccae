using EngagementHub.Core.Ui;
using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Levels;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels;

internal sealed class ServiceModel(HubDb db, Scoreboard scoreboard, Rights rights, ICurrentStaff current, TimeProvider clock) : PageModel
{
    public Service Service { get; private set; } = null!;

    public IReadOnlyList<LevelReport> Reports { get; private set; } = [];

    public bool MayDefine { get; private set; }

    public bool MaySeeTickets { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await db.Services.AsNoTracking().FirstOrDefaultAsync(service => service.Slug == slug, cancellation) is not { } service)
        {
            return NotFound();
        }

        Service = service;
        Reports = await scoreboard.OfAsync(service, cancellation);
        MayDefine = await rights.KeepsAsync(service);
        MaySeeTickets = await current.MayAsync(ServiceLevelsModule.SeeTickets);
        return Page();
    }

    public LevelView View(LevelReport report) => new(report, clock.GetUtcNow(), MaySeeTickets, MayDefine);
}

/// <summary>A service level as the page shows it: the report, when it is looked at, and by whom.</summary>
internal sealed record LevelView(LevelReport Report, DateTimeOffset Now, bool MaySeeTickets, bool MayDefine)
{
    public bool HasChart => Report.Level.Measure.IsPercentage() && Report.Months.Any(month => month.N > 0);

    public ChartData Chart => new(ChartTitle, $"{Report.Service.Name}, {Report.Level.Name.ToLowerInvariant()}, {Report.AsOfInWords}",
        Report.Level.Measure == Measure.ShareCorrect ? "Correct" : "In time",
        [.. Report.Months.Select(month => new ChartPoint(month.Month, month.Value is { } value ? Math.Floor(value * 10) / 10 : null, month.N, MaySeeTickets && Report.HasTickets ? Report.TicketsUrl(month.Month.ToString("yyyy-MM", Say.English)) : null, month.Verdict == Verdict.TooFewToSay))],
        [.. Report.Level.Steps.Select(step => new ChartTarget(step.From, step.Target, step.Promise(Report.Level.Measure)))]);

    private string ChartTitle => Report.Latest is { Value: not null } month
        ? $"{month.ValueInWords} in {Say.Month(month.Month)}, {month.Step.Promise(month.Measure)} promised"
        : $"{Report.Level.Name} by month";

    /// <summary>A number with a link to the rows behind it, for those who may see them; for others the number alone.</summary>
    public static IHtmlContent Link(string? href, string text)
    {
        var link = new TagBuilder(href is null ? "span" : "a");
        link.InnerHtml.Append(text);
        if (href is not null)
        {
            link.AddCssClass("govuk-link");
            link.Attributes["href"] = href;
        }

        return link;
    }

    public string? Tickets(string? month, string? group) => MaySeeTickets && Report.HasTickets ? Report.TicketsUrl(month, group) : null;
}
