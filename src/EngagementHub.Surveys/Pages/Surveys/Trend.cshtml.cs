using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Surveys.Pages.Surveys;

/// <summary>One measure over time, each wording by itself.</summary>
internal sealed class TrendModel(IPulses pulses) : PageModel
{
    public PulseChoice Measure { get; private set; } = null!;

    public IReadOnlyList<IGrouping<int, PulseReading>> Series { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if ((await pulses.ChoicesAsync(HttpContext.RequestAborted)).FirstOrDefault(c => c.Key == key) is not { } measure)
        {
            return NotFound();
        }

        Measure = measure;
        Series = [.. (await pulses.ReadAsync(measure.Measure, cancellation: HttpContext.RequestAborted)).GroupBy(r => r.Wording)];
        return Page();
    }
}
