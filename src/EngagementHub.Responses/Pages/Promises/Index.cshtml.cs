using System.Globalization;
using EngagementHub.Responses.Promises;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.Responses.Pages.Promises;

internal sealed class IndexModel(Ledger ledger, ScopeDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Owner { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public DateOnly Today => desk.Today;

    public IReadOnlyList<LedgerLine> All { get; private set; } = [];

    public IReadOnlyList<LedgerLine> Lines { get; private set; } = [];

    public string Query => Request.QueryString.Value ?? "";

    public IEnumerable<SelectListItem> Owners => All.Where(l => l.Owner is not null).DistinctBy(l => l.Owner!.Id).OrderBy(l => l.OwnerName)
        .Select(l => new SelectListItem($"{l.OwnerName}, {l.Owner!.Title}", l.Owner.UserName));

    public IEnumerable<SelectListItem> Years => All.Select(l => l.MadeDay.Year.ToString(CultureInfo.InvariantCulture)).Distinct().OrderDescending().Select(y => new SelectListItem(y, y));

    public IEnumerable<SelectListItem> States { get; } =
        [new("Late", "late"), new("Open", "open"), new("Kept", "kept"), new("Dropped", "dropped"), new("We will not", "willnot")];

    public async Task OnGetAsync()
    {
        All = await ledger.ReadAsync();
        Lines = [.. All.Where(new LedgerFilter(Owner, State, Year).Takes)];
    }

    public int CountOf(LedgerState state) => All.Count(l => l.State == state);
}
