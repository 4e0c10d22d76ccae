using EngagementHub.Conversation;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Boards;

/// <summary>Where the boards of all scopes are found.</summary>
internal sealed class BoardShelf(HubDb db, IConversation conversation)
{
    /// <summary>The board without the words of its comments: where each is and how many there are.</summary>
    public async Task<Board> OfAsync(ResponseScope scope, CancellationToken cancellation = default) =>
        await OfAsync(scope, await conversation.OutlineAsync(scope.Discussions, cancellation), cancellation);

    /// <summary>The same with the words of every comment.</summary>
    public async Task<Board> WithWordsAsync(ResponseScope scope, CancellationToken cancellation = default) =>
        await OfAsync(scope, await conversation.ReceivedAsync(scope.Discussions, cancellation), cancellation);

    /// <summary>The board of a few of its comments, for an act on them: the others are not read.</summary>
    public async Task<Board> OnlyAsync(ResponseScope scope, IReadOnlyCollection<Guid> comments, CancellationToken cancellation = default)
    {
        var received = (await conversation.FindAllAsync(comments, cancellation)).Where(c => scope.Discussions.Contains(c.On));
        var themes = await ThemesAsync(scope.Subject, cancellation);
        var sortings = await db.SortingsOf(comments).AsNoTracking().ToListAsync(cancellation);
        var read = await db.CommentReadings.Where(r => EF.Parameter(comments.ToArray()).Contains(r.Comment)).Select(r => r.Comment).ToListAsync(cancellation);
        return Board.Of(themes, received, sortings, read: read.ToHashSet());
    }

    /// <summary>Some comments of a board with their words: a page of them, or those of a theme.</summary>
    public async Task<IReadOnlyList<PlacedComment>> ReadAsync(IReadOnlyCollection<PlacedComment> some, CancellationToken cancellation = default)
    {
        var words = (await conversation.FindAllAsync(some.Select(c => c.Comment.Id), cancellation)).ToDictionary(c => c.Id);
        return [.. some.Select(c => words.TryGetValue(c.Comment.Id, out var read) ? c with { Comment = read } : c)];
    }

    private async Task<Board> OfAsync(ResponseScope scope, IReadOnlyList<ReceivedComment> received, CancellationToken cancellation)
    {
        var themes = await ThemesAsync(scope.Subject, cancellation);
        var sortings = await db.Sortings.AsNoTracking().Where(s => s.Scope == scope.Subject).ToListAsync(cancellation);
        var read = await db.CommentReadings.Where(r => r.Scope == scope.Subject).Select(r => r.Comment).ToListAsync(cancellation);
        return Board.Of(themes, received, sortings, await DigestedAsync(scope.Subject, cancellation), read.ToHashSet());
    }

    private Task<List<Themes.Theme>> ThemesAsync(SubjectRef scope, CancellationToken cancellation) =>
        db.Themes.AsNoTracking().Where(t => t.Scope == scope && t.MergedInto == null).ToListAsync(cancellation);

    private async Task<HashSet<Guid>?> DigestedAsync(SubjectRef scope, CancellationToken cancellation)
    {
        var published = await db.Digests.Where(d => d.Scope == scope && d.PublishedAt != null)
            .OrderByDescending(d => d.PublishedAt).Select(d => new { Comments = d.Entries.Select(e => e.Comment).ToList() }).FirstOrDefaultAsync(cancellation);
        return published?.Comments.ToHashSet();
    }
}
