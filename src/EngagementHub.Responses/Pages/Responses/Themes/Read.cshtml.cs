using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Slots;
using EngagementHub.Responses.Themes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Responses.Themes;

internal sealed class ReadModel(HubDb db, ScopeDesk desk, BoardShelf boards, ReaderQuestions readers, ThemeOrigins origins) : PageModel
{
    public Theme Theme { get; private set; } = null!;

    public ResponseScope Scope { get; private set; } = null!;

    public IReadOnlyList<ReaderQuestion> Questions { get; private set; } = [];

    /// <summary>The comments on it; none when they are too few to list without pointing at somebody.</summary>
    public IReadOnlyList<PlacedComment> Comments { get; private set; } = [];

    /// <summary>What it came from besides comments.</summary>
    public IReadOnlyList<(ThemeOrigin Origin, SubjectCard Card)> Origins { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var theme = await db.Themes.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id);
        var scope = theme is null ? null : await desk.FindAsync(theme.Scope);
        if (theme is null || scope is null)
        {
            return NotFound();
        }

        if (theme.MergedInto is { } into)
        {
            return RedirectPermanent($"/responses/themes/{into}");
        }

        (Theme, Scope) = (theme, scope);
        var board = await boards.OfAsync(scope);
        Comments = board.ShowsCount(id) ? await boards.ReadAsync(board.In(id)) : [];
        Origins = await origins.OfAsync(id, HttpContext.RequestAborted);
        var questions = await db.Questions.AsNoTracking().Where(q => q.Theme == id).ToListAsync();
        Questions = await readers.OfAsync([.. questions.OrderBy(q => q.AskedAt)]);
        return Page();
    }
}
