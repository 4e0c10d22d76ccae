using EngagementHub.Conversation;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Boards;

/// <summary>Where the boards of all scopes are found.</summary>
internal sealed class BoardShelf(HubDb db, IConversation conversation)
{
    public async Task<Board> OfAsync(ResponseScope scope, CancellationToken cancellation = default)
    {
        var received = await conversation.ReceivedAsync(scope.Discussions, cancellation);
        var themes = await db.Themes.AsNoTracking().Where(t => t.Scope == scope.Subject && t.MergedInto == null).ToListAsync(cancellation);
        var sortings = await db.Sortings.AsNoTracking().Where(s => s.Scope == scope.Subject).ToListAsync(cancellation);
        var read = await db.CommentReadings.Where(r => r.Scope == scope.Subject).Select(r => r.Comment).ToListAsync(cancellation);
        return Board.Of(themes, received, sortings, await DigestedAsync(scope.Subject, cancellation), read.ToHashSet());
    }

    private async Task<HashSet<Guid>?> DigestedAsync(SubjectRef scope, CancellationToken cancellation)
    {
        var published = await db.Digests.Where(d => d.Scope == scope && d.PublishedAt != null)
            .OrderByDescending(d => d.PublishedAt).Select(d => new { Comments = d.Entries.Select(e => e.Comment).ToList() }).FirstOrDefaultAsync(cancellation);
        return published?.Comments.ToHashSet();
    }
}
