using EngagementHub.Plans.Benefits;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Plans.Pages.Benefits;

internal sealed class DeflatorsModel(Deflators deflators) : PageModel
{
    public Deflators Deflators => deflators;

    public IEnumerable<(int Year, decimal Index)> Years => deflators.Years.Keys.Select(k => int.Parse(k, System.Globalization.CultureInfo.InvariantCulture)).Where(deflators.Knows).OrderDescending().Select(y => (y, deflators.IndexOf(y)));
}
