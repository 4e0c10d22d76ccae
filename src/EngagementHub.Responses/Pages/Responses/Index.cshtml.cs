using EngagementHub.Responses.Boards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Responses.Pages.Responses;

/// <summary>The theme boards of whoever may sort; everybody else is led to the answers.</summary>
internal sealed class IndexModel(BoardList boards) : PageModel
{
    private const int MostPages = 500;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<ListedBoard> Boards { get; private set; } = [];

    public bool HasOlder { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        PageNumber = Math.Clamp(PageNumber, 1, MostPages);
        (Boards, HasOlder) = await boards.OfAsync(PageNumber, HttpContext.RequestAborted);
        return Boards.Count > 0 ? Page() : Redirect(PageNumber == 1 ? "/answers" : "/responses");
    }
}
