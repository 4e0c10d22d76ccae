using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Concealment;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Comments;

/// <summary>What became of a comment, as its writer is told.</summary>
internal sealed record CommentStory(Comment Comment, Discussion Discussion, CodeVersion Code)
{
    public SubjectRef Subject => new(Conversations.CommentKind, Comment.Id);

    public bool CanBeTakenBack => Comment.Standing != CommentStanding.Withdrawn;

    /// <summary>Openings of the writer's name, where it was withheld: the writer is told each.</summary>
    public IReadOnlyList<Opening> Openings { get; private init; } = [];

    public string RewriteUrl => $"/comments/write?on={Discussion.On}&from={Comment.Id}";

    public (string Kind, string Word) Tag => Comment.Standing switch
    {
        CommentStanding.Published => ("good", "Shown to readers"),
        CommentStanding.Declined => ("bad", "Declined"),
        CommentStanding.Held => ("waiting", "Set aside for a second look"),
        CommentStanding.Withdrawn => ("grey", "Taken back"),
        _ => ("waiting", "Waiting for a moderator"),
    };

    public static async Task<IReadOnlyList<CommentStory>> LoadAsync(HubDb db, IQueryable<Comment> comments)
    {
        var found = await comments.AsNoTracking().Include(c => c.Decisions).ToListAsync();
        var ids = found.Select(c => c.DiscussionId).Distinct().ToList();
        var discussions = await db.Discussions.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id);
        var codes = await CodeHistory.LoadAsync(db);
        var hidden = found.Where(c => c.Level == Anonymity.NameWithheld).Select(c => c.Id).ToList();
        var openings = hidden.Count == 0 ? [] : await db.Openings.AsNoTracking().Where(o => o.AgreedAt != null && hidden.Contains(o.CommentId)).ToListAsync();
        return [.. found.Select(c => new CommentStory(c, discussions[c.DiscussionId], codes.Of(c.CodeVersionId)) { Openings = [.. openings.Where(o => o.CommentId == c.Id)] })];
    }

    public string Sentence(Decision decision) => $"{Say.Day(Discussion.DayOf(decision.At))}: {Words(decision)}";

    private string Words(Decision decision) => decision.Kind switch
    {
        DecisionKind.Approved => "a moderator read it and shows it to readers.",
        DecisionKind.Declined => $"a moderator declined it under clause {Clause(decision)}. {decision.Reason}",
        DecisionKind.Redacted => $"a moderator struck words under clause {Clause(decision)}. {decision.Reason}",
        DecisionKind.Undone => "the moderator took that decision back.",
        _ => $"a moderator set it aside for a second look. {decision.Reason}",
    };

    private string Clause(Decision decision) => $"{Code.Clause(decision.Clause).Heading} (version {Code.Name})";
}
