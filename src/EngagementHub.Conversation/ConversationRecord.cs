using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Keeping;
using EngagementHub.Core.Text;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation;

/// <summary>What a release holds of the conversation: every comment that came, what was decided about it under which clause, and every halt. Sealed names, marks of writers and reports of readers are not read here at all.</summary>
internal sealed class ConversationRecord(HubDb db) : ITellRecord
{
    public int Order => 20;

    public async Task<IReadOnlyList<RecordItem>> ItemsAsync(RecordScope scope, CancellationToken cancellation = default)
    {
        SubjectRef[] posts = [.. scope.Posts];
        var codes = await CodeHistory.LoadAsync(db, cancellation);
        var discussions = await db.Discussions.AsNoTracking().IgnoreAutoIncludes().Where(d => posts.Contains(d.On)).ToListAsync(cancellation);
        var ids = discussions.ConvertAll(d => d.Id);
        var comments = await db.Comments.AsNoTracking().Include(c => c.Decisions).Where(c => ids.Contains(c.DiscussionId)).ToListAsync(cancellation);
        var all = db.Comments;
        var appeals = (await db.Appeals.AsNoTracking().Where(a => a.DecidedAt != null && all.Any(c => c.Id == a.CommentId && ids.Contains(c.DiscussionId))).ToListAsync(cancellation)).ToLookup(a => a.CommentId);
        var halts = await db.Halts.AsNoTracking().Where(h => ids.Contains(h.DiscussionId)).OrderBy(h => h.At).ToListAsync(cancellation);
        var of = discussions.ToDictionary(d => d.Id);
        var inOrder = comments.OrderBy(c => Array.IndexOf(posts, c.On)).ThenBy(c => c.Number).ToList();
        return
        [
            .. inOrder.Select(c => Comment(c, of[c.DiscussionId], scope)),
            .. inOrder.SelectMany(c => Decisions(c, of[c.DiscussionId], codes, scope)),
            .. inOrder.SelectMany(c => appeals[c.Id].Select(a => Appeal(c, a, of[c.DiscussionId], scope))),
            .. halts.Select(h => Halt(h, of[h.DiscussionId], codes, scope)),
        ];
    }

    private static RecordItem Comment(Comment comment, Discussion discussion, RecordScope scope) => new(new(Conversations.CommentKind, comment.Id), "Comments", Titled(comment, discussion), comment.Day)
    {
        People = [new("Written by", comment.Author, comment.IsAnonymous ? comment.AuthorLabel : comment.SignedName, comment.SignedTitle)],
        Words = [new("", comment.Standing == CommentStanding.Published || (scope.WithDeclined && comment.Standing == CommentStanding.Declined) ? PlainBlocks.From(comment.Html) : Unshown(comment))],
    };

    private static string Unshown(Comment comment) => comment.Standing switch
    {
        CommentStanding.Declined => "Declined: readers never saw it, and its words are not part of this release. The decision below names the clause.",
        CommentStanding.Withdrawn => "Taken back by its writer; its words were destroyed then.",
        _ => "Not decided yet: its words are not part of this release.",
    };

    private static IEnumerable<RecordItem> Decisions(Comment comment, Discussion discussion, CodeHistory codes, RecordScope scope) => comment.Decisions.Select(d =>
        new RecordItem(new("conversation.decision", d.Id), "Decisions of moderators", $"{Titled(comment, discussion)}: {Done(d.Kind)}", d.At.DayIn(scope.Zone))
        {
            People = [new("Decided by", d.By, null, null)],
            Words =
            [
                .. d.Clause is null ? (RecordWords[])[] : [new("Under the code of conduct", $"clause {codes.Of(d.CodeVersionId).Clause(d.Clause).Heading}, version {codes.Of(d.CodeVersionId).Name}")],
                new("Reason", d.Reason),
                .. string.IsNullOrEmpty(d.Suggestion) ? (RecordWords[])[] : [new("Suggested instead", d.Suggestion)],
            ],
        });

    private static RecordItem Appeal(Comment comment, Appeal appeal, Discussion discussion, RecordScope scope) =>
        new(new("conversation.appeal", appeal.Id), "Appeals", $"{Titled(comment, discussion)}: appeal {appeal.Outcome!.Value.ToString().ToLowerInvariant()}", appeal.DecidedAt!.Value.DayIn(scope.Zone))
        {
            People = [.. appeal.DecidedBy is { } by ? (RecordPerson[])[new("Decided by", by, null, null)] : []],
            Words = [new("Reason", appeal.Reason ?? "")],
        };

    private static RecordItem Halt(Halt halt, Discussion discussion, CodeHistory codes, RecordScope scope) =>
        new(new("conversation.halt", halt.Id), "Halts", $"Discussion halted on “{discussion.Title}”", halt.At.DayIn(scope.Zone))
        {
            People = [new("Halted by", halt.By, null, null), .. halt.LiftedBy is { } by ? (RecordPerson[])[new("Opened again by", by, null, null)] : []],
            Words = [new("Under the code of conduct", $"clause {codes.Of(halt.CodeVersionId).Clause(halt.Clause).Heading}"), new("Reason", halt.Reason)],
        };

    private static string Titled(Comment comment, Discussion discussion) => $"Comment {comment.Number} on “{discussion.Title}”";

    private static string Done(DecisionKind kind) => kind switch
    {
        DecisionKind.Approved => "shown to readers",
        DecisionKind.Declined => "declined",
        DecisionKind.Held => "set aside for a second look",
        DecisionKind.Redacted => "words struck",
        _ => "decision taken back",
    };
}
