using System.Globalization;
using EngagementHub.Core;
using EngagementHub.Core.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.Web.Pages.Search;

internal sealed class IndexModel(ISearch search, TimeProvider clock) : PageModel
{
    private static readonly Dictionary<string, string> KindNames = new() { [SearchKinds.Post] = "Posts", [SearchKinds.Answer] = "Answers", [SearchKinds.Action] = "Actions of plans", [SearchKinds.Survey] = "Pulse checks", [SearchKinds.Comment] = "Comments" };

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Blog { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Host { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Theme { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public SearchChoices Choices { get; private set; } = null!;

    /// <summary>What was found; nothing before anything was looked for.</summary>
    public SearchAnswer? Answer { get; private set; }

    public SearchRequest Asked { get; private set; } = new("");

    public IEnumerable<SelectListItem> Kinds => Choices.Kinds.Select(k => new SelectListItem(KindNames[k], k));

    public IEnumerable<SelectListItem> Blogs => Choices.Blogs.Select(b => new SelectListItem(b.Name, b.Slug));

    public IEnumerable<SelectListItem> Hosts => Choices.Hosts.Select(h => new SelectListItem(h.Name, h.Id.ToString()));

    public IEnumerable<SelectListItem> Years => Choices.Years.Select(y => y.ToString(CultureInfo.InvariantCulture)).Select(y => new SelectListItem(y, y));

    public IEnumerable<SelectListItem> Themes => Choices.Themes.Select(t => new SelectListItem(t, t));

    public IEnumerable<SelectListItem> Sorts { get; } = [new("Best first", ""), new("Newest first", "newest")];

    /// <summary>Whether the choices stand open: somebody used one.</summary>
    public bool IsNarrowed => Asked.IsNarrowed || Asked.Newest;

    public string NameOf(SearchHit hit) => hit.Kind switch
    {
        SearchKinds.Post => "Post",
        SearchKinds.Answer => "Answer",
        SearchKinds.Action => "Action",
        SearchKinds.Survey => "Pulse check",
        _ => "Comment",
    };

    public string? BlogOf(SearchHit hit) => Choices.Blogs.Count < 2 ? null : Choices.Blogs.FirstOrDefault(b => b.Slug == hit.Blog)?.Name;

    public async Task OnGetAsync()
    {
        var now = clock.GetUtcNow();
        Choices = await search.ChoicesAsync(now, HttpContext.RequestAborted);
        if (string.IsNullOrWhiteSpace(Q))
        {
            return;
        }

        if (Q.Length > SearchRequest.LongestTyped)
        {
            ModelState.AddModelError("q", $"Use {SearchRequest.LongestTyped} characters or fewer; there are {Q.Length:N0}");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        Asked = new(Q)
        {
            Kind = Said(Kind),
            Blog = Said(Blog),
            Host = Host is { } host ? new StaffId(host) : null,
            Year = Year,
            Theme = Said(Theme),
            Newest = Sort == "newest",
            Page = Math.Clamp(PageNumber, 1, SearchRequest.Most / SearchRequest.PageSize),
        };
        Answer = await search.FindAsync(Asked, now, HttpContext.RequestAborted);
    }

    /// <summary>The same words and nothing to narrow them down.</summary>
    public string Everywhere(string words) => $"/search?q={Uri.EscapeDataString(words)}";

    private static string? Said(string? chosen) => string.IsNullOrWhiteSpace(chosen) ? null : chosen;
}
