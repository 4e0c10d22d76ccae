using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Discussions;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Moderation;

/// <summary>What is read beside a page of the queue, the same for all moderators. What each of them may decide is made from it for each.</summary>
internal sealed class QueueBeside
{
    private ILookup<Guid, Consultation> _opinions = null!;
    private IReadOnlyDictionary<StaffId, StaffCard> _names = null!;

    public IReadOnlyDictionary<Guid, Discussion> Discussions { get; private init; } = null!;

    public IReadOnlyDictionary<Guid, Claim> Claims { get; private init; } = null!;

    /// <summary>Who wrote the comments, where it was by name, that those of the page answer.</summary>
    public IReadOnlyDictionary<Guid, StaffId?> Answered { get; private init; } = null!;

    /// <summary>The words with what the rules found in them.</summary>
    public IReadOnlyDictionary<Guid, string> Html { get; private init; } = null!;

    /// <summary>The rules that held a comment and still find something in it: what they found may have been struck.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<string>> StillFound { get; private init; } = null!;

    public static async Task<QueueBeside> ReadAsync(HubDb db, IStaffDirectory directory, HoldRules rules, IReadOnlyList<Comment> comments)
    {
        var (ids, places) = (comments.Select(c => c.Id).ToList(), comments.Select(c => c.DiscussionId).Distinct().ToList());
        var beside = new QueueBeside
        {
            Discussions = await db.Discussions.AsNoTracking().Where(d => places.Contains(d.Id)).ToDictionaryAsync(d => d.Id),
            Claims = await db.Claims.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id),
            Answered = await AnsweredAsync(db, comments),
            Html = comments.ToDictionary(c => c.Id, c => HtmlOf(c, rules)),
            StillFound = comments.ToDictionary(c => c.Id, c => FoundIn(c, rules)),
        };
        beside._opinions = (await db.Consultations.AsNoTracking().Where(c => ids.Contains(c.CommentId) && c.Kind == ConsultationKind.SecondOpinion).ToListAsync()).ToLookup(c => c.CommentId);
        beside._names = await directory.CardsAsync(beside.Claims.Values.Select(c => c.By).Concat(beside._opinions.SelectMany(o => o).Select(o => o.Of)).Distinct());
        return beside;
    }

    public string NameOf(StaffId who) => _names.TryGetValue(who, out var card) ? card.Name : "Somebody who has left";

    public string? OpinionsOn(Comment comment) =>
        _opinions[comment.Id].Any() ? string.Join("; ", _opinions[comment.Id].Select(o => $"{NameOf(o.Of)}: {o.Answer ?? "asked, no answer yet"}")) : null;

    private static async Task<IReadOnlyDictionary<Guid, StaffId?>> AnsweredAsync(HubDb db, IReadOnlyList<Comment> comments)
    {
        var answered = comments.Select(c => c.ReplyTo).OfType<Guid>().Distinct().ToList();
        return answered.Count == 0 ? new Dictionary<Guid, StaffId?>() : await db.Comments.Where(c => answered.Contains(c.Id)).Select(c => new { c.Id, c.Author }).ToDictionaryAsync(c => c.Id, c => c.Author);
    }

    private static IReadOnlyList<string> FoundIn(Comment comment, HoldRules rules) =>
        comment.HeldBy.Count == 0 || comment.Struck.Count == 0 ? comment.HeldBy : [.. comment.HeldBy.Intersect(rules.In(comment.Source).Select(s => s.Rule))];

    private static string HtmlOf(Comment comment, HoldRules rules) =>
        comment.HeldBy.Count > 0 && rules.In(comment.Source) is { Count: > 0 } found ? MarkedText.Html(comment.Source, found) : comment.Html;
}
