using System.Globalization;
using EngagementHub.ServiceLevels.Clocks;
using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Signing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels;

internal sealed class TicketsModel(HubDb db, Published published, TicketRows tickets) : PageModel
{
    private const int PerPage = 100;

    public static IReadOnlyList<(string Group, string Words)> Groups { get; } =
    [
        (TicketGroup.Met, "In time"), (TicketGroup.Missed, "Done late"), (TicketGroup.Late, "Open and already late"),
        (TicketGroup.Running, "Not yet due"), (TicketGroup.Void, "Left out as void"),
    ];

    public LevelReport Report { get; private set; } = null!;

    public string? Month { get; private set; }

    public string? Group { get; private set; }

    public int Total { get; private set; }

    public int Current { get; private set; }

    public int Pages => (Total + PerPage - 1) / PerPage;

    public IReadOnlyList<TicketRow> Rows { get; private set; } = [];

    public string Heading => $"{WordsOfGroup}{(Month is null ? "" : $", {Say.Month(MonthOf(Month)!.Value)}")}";

    private string WordsOfGroup => Groups.FirstOrDefault(group => group.Group == Group).Words ?? (Group is null ? "Tickets" : "Open, by age");

    public async Task<IActionResult> OnGetAsync(string slug, string? level, string? month, string? group, int p, CancellationToken cancellation)
    {
        var service = await db.Services.AsNoTracking().FirstOrDefaultAsync(known => known.Slug == slug, cancellation);
        var reports = service is null ? [] : await published.OfAsync(service, cancellation);
        if (reports.FirstOrDefault(report => level is null || report.Level.Slug == level) is not { } found || (month is not null && MonthOf(month) is null))
        {
            return NotFound();
        }

        (Report, Month, Group, Current) = (found, month, group, Math.Max(1, p));
        (Total, Rows) = await tickets.PageAsync(found, new TicketFilter(month is null ? null : MonthOf(month), group), (Current - 1) * PerPage, PerPage, cancellation);
        return Page();
    }

    public string Standing(TicketRow row) => row.Clock.State switch
    {
        ClockState.Void => $"Void: {row.VoidReason}",
        ClockState.Met => "In time",
        ClockState.Missed => "Done late",
        _ when row.Group == TicketGroup.Late => "Open and already late",
        ClockState.Paused => "Open, waiting for the requester",
        _ => "Open",
    } + (row.Clock.Reopenings > 0 ? $", reopened {Say.Count(row.Clock.Reopenings, "time")}" : "");

    private static DateOnly? MonthOf(string month) =>
        DateOnly.TryParseExact($"{month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
