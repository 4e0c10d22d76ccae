using System.Globalization;
using EngagementHub.Responses.Promises;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.Responses.Pages.Promises;

internal sealed class IndexModel(Ledger ledger, ScopeDesk desk) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string? Owner { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Blog { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Period { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public DateOnly Today => desk.Today;

    public IReadOnlyList<LedgerLine> All { get; private set; } = [];

    public IReadOnlyList<LedgerLine> Found { get; private set; } = [];

    public IReadOnlyList<LedgerLine> Lines => [.. Found.Skip((PageNumber - 1) * PageSize).Take(PageSize)];

    public int PageCount => Math.Max(1, (Found.Count + PageSize - 1) / PageSize);

    /// <summary>The filters without the page, as an address ends with them.</summary>
    public string Query => QueryString.Create(Request.Query.Where(q => q.Key != "p" && q.Value.Any(v => !string.IsNullOrEmpty(v)))).Value ?? "";

    public IEnumerable<SelectListItem> Owners => All.Where(l => l.Owner is not null).DistinctBy(l => l.Owner!.Id).OrderBy(l => l.OwnerName)
        .Select(l => new SelectListItem($"{l.OwnerName}, {l.Owner!.Title}", l.Owner.UserName));

    public IEnumerable<SelectListItem> Blogs => Scopes.DistinctBy(s => s.BlogSlug).OrderBy(s => s.BlogName).Select(s => new SelectListItem(s.BlogName, s.BlogSlug));

    public IEnumerable<SelectListItem> Periods => Scopes.DistinctBy(s => s.Subject).OrderByDescending(s => s.FirstDay).Select(s => new SelectListItem(s.Title, s.Subject.ToString()));

    public IEnumerable<SelectListItem> Years => All.Select(l => l.MadeDay.Year.ToString(CultureInfo.InvariantCulture)).Distinct().OrderDescending().Select(y => new SelectListItem(y, y));

    public IEnumerable<SelectListItem> States { get; } =
        [new("Late", "late"), new("Open", "open"), new("Kept", "kept"), new("Dropped", "dropped"), new("We will not", "willnot")];

    private IEnumerable<ResponseScope> Scopes => All.Select(l => l.Scope).OfType<ResponseScope>();

    public async Task OnGetAsync()
    {
        All = await ledger.ReadAsync(HttpContext.RequestAborted);
        Found = [.. All.Where(new LedgerFilter(Owner, Blog, State, Year, Period, Q).Takes)];
        PageNumber = Math.Clamp(PageNumber, 1, PageCount);
    }

    public int CountOf(LedgerState state) => All.Count(l => l.State == state);
}
