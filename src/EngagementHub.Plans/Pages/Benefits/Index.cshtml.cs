using EngagementHub.Plans.Benefits;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Plans.Pages.Benefits;

internal sealed class IndexModel(PlansDesk desk, ProgrammeReader reader) : PageModel
{
    public IReadOnlyList<ProgrammeView> Programmes { get; private set; } = [];

    public bool MayWrite { get; private set; }

    public DateOnly Today => desk.Today;

    public async Task OnGetAsync() => (Programmes, MayWrite) = (await reader.AllAsync(HttpContext.RequestAborted), await desk.MayWriteAsync());
}
