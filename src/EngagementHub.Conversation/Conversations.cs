using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Discussions;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation;

internal sealed class Conversations(HubDb db, GuessGate gate) : IConversation, IDescribeSubject
{
    public const string CommentKind = "conversation.comment";

    public async Task OpenAsync(SubjectRef on, DiscussionTerms terms, CancellationToken cancellation = default)
    {
        var discussion = db.Discussions.Local.FirstOrDefault(d => d.On == on)
            ?? await db.Discussions.FirstOrDefaultAsync(d => d.On == on, cancellation);
        if (discussion is null)
        {
            db.Discussions.Add(Discussion.Open(on, terms));
        }
        else
        {
            discussion.Change(terms);
        }
    }

    public async Task<IReadOnlyDictionary<SubjectRef, CommentCounts>> CountsAsync(IEnumerable<SubjectRef> on, CancellationToken cancellation = default)
    {
        SubjectRef[] asked = [.. on];
        var comments = db.Comments;
        var counts = await db.Discussions.IgnoreAutoIncludes().Where(d => asked.Contains(d.On))
            .Select(d => new
            {
                d.On,
                Published = comments.Count(c => c.DiscussionId == d.Id && c.Standing == CommentStanding.Published),
                Waiting = comments.Count(c => c.DiscussionId == d.Id && (c.Standing == CommentStanding.Waiting || c.Standing == CommentStanding.Held)),
            })
            .ToListAsync(cancellation);
        return counts.ToDictionary(c => c.On, c => new CommentCounts(c.Published, c.Waiting));
    }

    public async Task<IReadOnlyList<ReceivedComment>> ReceivedAsync(IEnumerable<SubjectRef> on, CancellationToken cancellation = default)
    {
        SubjectRef[] asked = [.. on];
        var comments = await db.Comments.AsNoTracking().Where(c => asked.Contains(c.On)).ToListAsync(cancellation);
        var codes = await CodeHistory.LoadAsync(db, cancellation);
        return [.. comments.OrderBy(c => Array.IndexOf(asked, c.On)).ThenBy(c => c.Number).Select(c => AsReceived(c, codes))];
    }

    public async Task<ReceivedComment?> FindAsync(Guid comment, CancellationToken cancellation = default) =>
        await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == comment, cancellation) is { } found
            ? AsReceived(found, await CodeHistory.LoadAsync(db, cancellation))
            : null;

    public async Task<ReceivedComment?> FindByReceiptAsync(string? code, CancellationToken cancellation = default)
    {
        if (gate.IsShut)
        {
            throw new BrokenRuleException("Many wrong codes were tried in the last minute. Wait a minute and try yours again", "Code");
        }

        var hash = ReceiptCode.Read(code)?.Hash ?? "";
        var found = await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Receipt == hash && c.Author == null, cancellation);
        if (found is null)
        {
            gate.CountWrong();
            return null;
        }

        return AsReceived(found, await CodeHistory.LoadAsync(db, cancellation));
    }

    public bool Knows(string kind) => kind == CommentKind;

    public async Task<SubjectCard?> DescribeAsync(SubjectRef subject, CancellationToken cancellation = default)
    {
        var discussions = db.Discussions.IgnoreAutoIncludes();
        return await db.Comments.Where(c => c.Id == subject.Id)
            .Join(discussions, c => c.DiscussionId, d => d.Id, (c, d) => new SubjectCard($"Comment #{c.Number} on “{d.Title}”", $"/comments/{c.Id}"))
            .FirstOrDefaultAsync(cancellation);
    }

    private static ReceivedComment AsReceived(Comment comment, CodeHistory codes)
    {
        var shown = comment.Standing == CommentStanding.Published;
        var under = comment.DeclinedUnder is { } clause ? codes.Of(comment.CodeVersionId).Clause(clause).Heading : null;
        return new ReceivedComment(
            comment.Id, comment.On, comment.Number, comment.AuthorLabel, comment.Author, shown ? comment.Html : "", shown ? comment.Plain : "", comment.Standing, comment.Day, comment.Url, under)
        { Voice = comment.Voice };
    }
}
