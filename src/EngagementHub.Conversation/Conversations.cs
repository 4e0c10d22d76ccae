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
        var headings = await HeadingsAsync(comments.Any(c => c.DeclinedUnder is not null), cancellation);
        return [.. comments.OrderBy(c => Array.IndexOf(asked, c.On)).ThenBy(c => c.Number).Select(c => AsReceived(c, headings))];
    }

    public async Task<IReadOnlyList<ReceivedComment>> OutlineAsync(IEnumerable<SubjectRef> on, CancellationToken cancellation = default)
    {
        SubjectRef[] asked = [.. on];
        var outlines = await db.Comments.AsNoTracking().Where(c => asked.Contains(c.On))
            .Select(c => new Outline(c.Id, c.On, c.Number, c.Author, c.Level, c.Voice, c.SignedName, c.SignedTitle, c.Standing, c.Day, c.CodeVersionId, c.DeclinedUnder)).ToListAsync(cancellation);
        var headings = await HeadingsAsync(outlines.Exists(c => c.DeclinedUnder is not null), cancellation);
        return [.. outlines.OrderBy(c => Array.IndexOf(asked, c.On)).ThenBy(c => c.Number).Select(c => c.AsReceived(headings(c.CodeVersion, c.DeclinedUnder)))];
    }

    public async Task<IReadOnlyList<ReceivedComment>> FindAllAsync(IEnumerable<Guid> comments, CancellationToken cancellation = default)
    {
        Guid[] asked = [.. comments];
        var found = await db.Comments.AsNoTracking().Where(c => asked.Contains(c.Id)).ToListAsync(cancellation);
        var headings = await HeadingsAsync(found.Exists(c => c.DeclinedUnder is not null), cancellation);
        return [.. found.OrderBy(c => c.On.ToString(), StringComparer.Ordinal).ThenBy(c => c.Number).Select(c => AsReceived(c, headings))];
    }

    public async Task<ReceivedComment?> FindAsync(Guid comment, CancellationToken cancellation = default) =>
        await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == comment, cancellation) is { } found
            ? AsReceived(found, await HeadingsAsync(found.DeclinedUnder is not null, cancellation))
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

        return AsReceived(found, await HeadingsAsync(found.DeclinedUnder is not null, cancellation));
    }

    public bool Knows(string kind) => kind == CommentKind;

    public async Task<SubjectCard?> DescribeAsync(SubjectRef subject, CancellationToken cancellation = default)
    {
        var discussions = db.Discussions.IgnoreAutoIncludes();
        return await db.Comments.Where(c => c.Id == subject.Id)
            .Join(discussions, c => c.DiscussionId, d => d.Id, (c, d) => new SubjectCard($"Comment #{c.Number} on “{d.Title}”", $"/comments/{c.Id}"))
            .FirstOrDefaultAsync(cancellation);
    }

    // The clauses are read only where one of them was used.
    private async Task<Func<Guid, int?, string?>> HeadingsAsync(bool anyDeclined, CancellationToken cancellation)
    {
        var codes = anyDeclined ? await CodeHistory.LoadAsync(db, cancellation) : null;
        return (version, clause) => clause is { } number ? codes!.Of(version).Clause(number).Heading : null;
    }

    private static ReceivedComment AsReceived(Comment comment, Func<Guid, int?, string?> headings)
    {
        var shown = comment.Standing == CommentStanding.Published;
        return new ReceivedComment(
            comment.Id, comment.On, comment.Number, comment.AuthorLabel, comment.Author, shown ? comment.Html : "", shown ? comment.Plain : "", comment.Standing, comment.Day, comment.Url, headings(comment.CodeVersionId, comment.DeclinedUnder))
        { Voice = comment.Voice };
    }

    private sealed record Outline(Guid Id, SubjectRef On, int Number, StaffId? Author, Anonymity Level, int? Voice, string? SignedName, string? SignedTitle, CommentStanding Standing, DateOnly Day, Guid CodeVersion, int? DeclinedUnder)
    {
        public ReceivedComment AsReceived(string? heading) =>
            new(Id, On, Number, Comment.LabelOf(Author, Level, Voice, (SignedName, SignedTitle)), Author, "", "", Standing, Day, Comment.UrlOf(Id), heading) { Voice = Voice };
    }
}
