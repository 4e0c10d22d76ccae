using EngagementHub.Responses.Promises;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Responses.Pages.Promises;

/// <summary>How many promises of each owner, or on each blog, are late, open, kept and dropped.</summary>
internal sealed class ByModel(Ledger ledger, ScopeDesk desk) : PageModel
{
    private const string Owner = "owner";
    private const string Blog = "blog";

    [BindProperty(SupportsGet = true)]
    public string? Whom { get; set; } = Owner;

    public string Other => Whom == Owner ? Blog : Owner;

    public DateOnly Today => desk.Today;

    public IReadOnlyList<LedgerSum> Sums { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (Whom is not (Owner or Blog))
        {
            return NotFound();
        }

        var lines = await ledger.ReadAsync(HttpContext.RequestAborted);
        Sums = Whom == Owner ? LedgerSum.ByOwner(lines) : LedgerSum.ByBlog(lines);
        return Page();
    }
}
