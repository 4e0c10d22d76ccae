using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Calendars;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Calendars;

/// <summary>One version: who made it, when, why, and what differs from the one before or from another that is asked for.</summary>
internal sealed class VersionModel(HubDb db, IStaffDirectory directory, IOptions<HubOptions> hub) : CalendarPageModel(db)
{
    [BindProperty(SupportsGet = true)]
    public int? With { get; set; }

    public string Zone => hub.Value.Zone;

    public VersionLine Line { get; private set; } = null!;

    public CalendarText Text { get; private set; } = null!;

    public string MadeBy { get; private set; } = "the hub";

    public IReadOnlyList<string> Differences { get; private set; } = [];

    public IEnumerable<SelectListItem> Others => Versions.Where(version => version != Line).Select(version => new SelectListItem($"Version {version.Number}, {Say.ShortDay(version.At.DayIn(Zone))}", version.Number.ToString(Say.English)));

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellation)
    {
        if (Versions.FirstOrDefault(version => version.Number == number) is not { } line)
        {
            return NotFound();
        }

        (Line, Text, With) = (line, (await TextOfAsync(number))!, With ?? Versions.FirstOrDefault(version => version.Number < number)?.Number);
        if (line.By is { } person)
        {
            MadeBy = (await directory.FindAsync(person, cancellation))?.Name ?? "somebody who has left";
        }

        if (With is { } other)
        {
            if (await TextOfAsync(other) is not { } before)
            {
                return NotFound();
            }

            Differences = CalendarDifference.Between(before, Text);
        }

        return Page();
    }
}
