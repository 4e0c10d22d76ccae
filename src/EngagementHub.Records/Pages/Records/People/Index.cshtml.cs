using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Records.Pages.Records.People;

/// <summary>Finds a person who asks what is kept about them, also one who has left.</summary>
internal sealed class IndexModel(IStaffDirectory directory) : PageModel
{
    private const int Most = 50;

    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    public IReadOnlyList<StaffCard> People { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var words = (Find ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0)
        {
            People = [.. (await directory.EverybodyAsync(HttpContext.RequestAborted)).Where(p => words.All(w => $"{p.Name} {p.UserName} {p.Mail}".Contains(w, StringComparison.OrdinalIgnoreCase))).Take(Most)];
        }
    }
}
