using EngagementHub.Conversation;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Promises;
using EngagementHub.Responses.Questions;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Slots;

/// <summary>What became of one comment.</summary>
internal sealed record CommentOutcome(Disposition Disposition, string? Where, IReadOnlyList<(Guid Id, string Title)> Themes, IReadOnlyList<Question> Questions, IReadOnlyList<Promise> Promises);

/// <summary>What became of each comment of a discussion, read at once when the first is asked for: a page shows hundreds.</summary>
internal sealed class CommentOutcomes(HubDb db, IConversation conversation)
{
    private readonly Dictionary<Guid, CommentOutcome?> _known = [];

    public async Task<CommentOutcome?> OfAsync(Guid comment)
    {
        if (!_known.ContainsKey(comment))
        {
            await LearnAsync(comment);
        }

        return _known.GetValueOrDefault(comment);
    }

    private async Task LearnAsync(Guid comment)
    {
        var asked = await conversation.FindAsync(comment);
        var beside = asked is null ? [] : await conversation.ReceivedAsync([asked.On]);
        _known[comment] = null;
        foreach (var received in beside)
        {
            _known[received.Id] = null;
        }

        var shown = beside.Where(c => c.Standing == CommentStanding.Published).Select(c => c.Id).ToList();
        var sortings = await db.Sortings.AsNoTracking().Where(s => shown.Contains(s.Comment)).ToListAsync();
        if (sortings.Count > 0)
        {
            await LearnAsync(sortings);
        }
    }

    private async Task LearnAsync(List<Sorting> sortings)
    {
        var scopes = sortings.Select(s => s.Scope).Distinct().ToList();
        var themes = await db.Themes.AsNoTracking().Where(t => scopes.Contains(t.Scope)).ToDictionaryAsync(t => t.Id, t => t.Title);
        var questions = (await db.Questions.AsNoTracking().Where(q => scopes.Contains(q.Scope)).ToListAsync()).Where(q => q.Current is not null).ToList();
        var promises = await db.Promises.AsNoTracking().Where(p => scopes.Contains(p.Scope) && p.MadeAt != null).ToListAsync();
        foreach (var sorting in sortings)
        {
            List<Question> about = [.. questions.Where(q => q.Comments.Contains(sorting.Comment))];
            _known[sorting.Comment] = new CommentOutcome(
                sorting.Chosen,
                sorting.Where,
                [.. sorting.Themes.Where(themes.ContainsKey).Select(t => (t, themes[t]))],
                about,
                [.. promises.Where(p => about.Exists(q => q.Answers.Any(a => a.Id == p.MadeOn.Id)))]);
        }
    }
}
