using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Questions;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Slots;

/// <summary>A theme as readers may see it.</summary>
internal sealed record ReaderTheme(Guid Id, string Title, int? Count, int Questions, int Answered)
{
    public string Url => $"/responses/themes/{Id}";

    public string Kind => Questions == 0 ? "grey" : Answered == Questions ? "good" : "waiting";

    public string Word => Questions == 0 ? "No question yet" : Answered == Questions ? "Answered" : Answered == 0 ? "Not answered yet" : $"{Answered} of {Questions} answered";
}

/// <summary>The themes of a scope, with counts that point at nobody.</summary>
internal sealed class ReaderThemes(HubDb db, BoardShelf boards)
{
    public async Task<IReadOnlyList<ReaderTheme>> OfAsync(ResponseScope scope)
    {
        if (!await db.Themes.AnyAsync(t => t.Scope == scope.Subject))
        {
            return [];
        }

        var board = await boards.OfAsync(scope);
        var questions = await db.Questions.AsNoTracking().Where(q => q.Scope == scope.Subject).ToListAsync();
        return [.. board.Themes.Select(t => Read(board, t.Id, t.Title, [.. questions.Where(q => q.Theme == t.Id)]))];
    }

    private static ReaderTheme Read(Board board, Guid id, string title, List<Question> questions) =>
        new(id, title, board.ShowsCount(id) ? board.In(id).Count : null, questions.Count, questions.Count(q => q.IsAnswered));
}
