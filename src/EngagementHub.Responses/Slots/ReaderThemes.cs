using EngagementHub.Conversation;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Questions;
using EngagementHub.Responses.Themes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace EngagementHub.Responses.Slots;

/// <summary>A theme as readers may see it.</summary>
internal sealed record ReaderTheme(Guid Id, string Title, int? Count, int Questions, int Answered)
{
    public string Url => $"/responses/themes/{Id}";

    public string Kind => Questions == 0 ? "grey" : Answered == Questions ? "good" : "waiting";

    public string Word => Questions == 0 ? "No question yet" : Answered == Questions ? "Answered" : Answered == 0 ? "Not answered yet" : $"{Answered} of {Questions} answered";
}

/// <summary>The themes of a scope, with counts that point at nobody. Readers' pages ask often and the counts change seldom, so they are kept until a comment or a decision does.</summary>
internal sealed class ReaderThemes(HubDb db, BoardShelf boards, IConversation conversation, IMemoryCache kept, ScopeDesk desk)
{
    public async Task<IReadOnlyList<ReaderTheme>> OfAsync(ResponseScope scope)
    {
        var themes = await db.Themes.AsNoTracking().Where(t => t.Scope == scope.Subject && t.MergedInto == null).OrderBy(t => t.Place).ThenBy(t => t.MadeAt).ToListAsync();
        if (themes.Count == 0)
        {
            return [];
        }

        var counts = await CountsAsync(scope);
        var questions = await db.Questions.AsNoTracking().Where(q => q.Scope == scope.Subject).ToListAsync();
        return [.. themes.Select(t => Read(t, counts.GetValueOrDefault(t.Id), [.. questions.Where(q => q.Theme == t.Id)]))];
    }

    /// <summary>The themes whose counts point at nobody.</summary>
    public async Task<IReadOnlySet<Guid>> ShownAsync(ResponseScope scope) => (await CountsAsync(scope)).Where(c => c.Value is not null).Select(c => c.Key).ToHashSet();

    private ReaderTheme Read(Theme theme, int? count, List<Question> questions) =>
        new(theme.Id, theme.Title, count, questions.Count, questions.Count(q => q.IsAnsweredAt(desk.Now)));

    private async Task<Dictionary<Guid, int?>> CountsAsync(ResponseScope scope)
    {
        var said = await conversation.CountsAsync(scope.Discussions);
        var sorted = await db.Sortings.Where(s => s.Scope == scope.Subject).GroupBy(s => s.Scope).Select(g => new { Count = g.Count(), Versions = g.Sum(s => s.Version) }).FirstOrDefaultAsync();
        var stamp = (scope.Subject, said.Values.Sum(c => c.Published), said.Values.Sum(c => c.Waiting), sorted?.Count, sorted?.Versions);
        return (await kept.GetOrCreateAsync(stamp, async entry =>
        {
            // One comment declined while another is published leaves the stamp as it was; that passes within the minute.
            entry.SetAbsoluteExpiration(TimeSpan.FromMinutes(1));
            var board = await boards.OfAsync(scope);
            return board.Themes.ToDictionary(t => t.Id, t => board.ShowsCount(t.Id) ? board.NumberIn(t.Id) : (int?)null);
        }))!;
    }
}
