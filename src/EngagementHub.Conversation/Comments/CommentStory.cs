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
    /// <summary>Until when it is told. On a clock that was moved back, as in the demonstration, what happened later has not happened yet.</summary>
    public DateTimeOffset Until { get; private init; } = DateTimeOffset.MaxValue;

    public IReadOnlyList<Decision> Decisions => [.. Comment.Decisions.Where(d => d.At <= Until)];

    /// <summary>How it stood then: as before the first decision that came later.</summary>
    public CommentStanding Standing => Comment.Decisions.FirstOrDefault(d => d.At > Until && d.Kind != DecisionKind.Redacted) is { } later
        ? later.StoodAs ?? (Decisions.LastOrDefault(d => d.Kind != DecisionKind.Redacted)?.Kind switch
        {
            DecisionKind.Approved => CommentStanding.Published,
            DecisionKind.Declined => CommentStanding.Declined,
            DecisionKind.Held => CommentStanding.Held,
            _ => CommentStanding.Waiting,
        })
        : Comment.Standing;

    /// <summary>Which comment it is, in words.</summary>
    public string Name => $"comment {Comment.Number} on {Discussion.Title}";

    public bool CanBeTakenBack => Comment.Standing != CommentStanding.Withdrawn;

    /// <summary>Openings of the writer's name, where it was withheld: the writer is told each.</summary>
    public IReadOnlyList<Opening> Openings { get; private init; } = [];

    /// <summary>Its writer's appeals.</summary>
    public IReadOnlyList<Appeal> Appeals { get; private init; } = [];

    /// <summary>The last decision to decline it or to strike words, while it stands.</summary>
    public Decision? Appealable
    {
        get
        {
            var undone = Decisions.Select(d => d.Undoes).ToHashSet();
            var last = Decisions.LastOrDefault(d => d.Kind is DecisionKind.Declined or DecisionKind.Redacted && !undone.Contains(d.Id));
            return Standing == CommentStanding.Withdrawn || (last?.Kind == DecisionKind.Declined && Standing != CommentStanding.Declined) ? null : last;
        }
    }

    public bool LetsAppeal => Appealable is { } decision && Appeals.All(a => a.DecisionId != decision.Id);

    private Claim? Claim { get; init; }

    public string RewriteUrl => $"/comments/write?on={Discussion.On}&from={Comment.Id}";

    public (string Kind, string Word) Tag => Standing switch
    {
        CommentStanding.Published => ("good", "Shown to readers"),
        CommentStanding.Declined => ("bad", "Declined"),
        CommentStanding.Held => ("waiting", "Set aside for a second look"),
        CommentStanding.Withdrawn => ("grey", "Taken back"),
        _ => ("waiting", "Waiting for a moderator"),
    };

    public static async Task<IReadOnlyList<CommentStory>> LoadAsync(HubDb db, IQueryable<Comment> comments, DateTimeOffset? now = null)
    {
        var until = now ?? DateTimeOffset.MaxValue;
        var found = await comments.AsNoTracking().Include(c => c.Decisions).ToListAsync();
        var ids = found.Select(c => c.DiscussionId).Distinct().ToList();
        var discussions = await db.Discussions.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id);
        var codes = await CodeHistory.LoadAsync(db);
        var all = found.ConvertAll(c => c.Id);
        var claims = await db.Claims.AsNoTracking().Where(c => all.Contains(c.Id)).ToDictionaryAsync(c => c.Id);
        var appeals = (await db.Appeals.AsNoTracking().Where(a => all.Contains(a.CommentId)).OrderBy(a => a.Day).ToListAsync()).ToLookup(a => a.CommentId);
        var hidden = found.Where(c => c.Level == Anonymity.NameWithheld).Select(c => c.Id).ToList();
        var openings = hidden.Count == 0 ? [] : await db.Openings.AsNoTracking().Where(o => o.AgreedAt != null && hidden.Contains(o.CommentId)).ToListAsync();
        bool Came(Comment comment, DateOnly day) => now is not { } at || day <= discussions[comment.DiscussionId].DayOf(at);
        return [.. found.Where(c => Came(c, c.Day)).Select(c => new CommentStory(c, discussions[c.DiscussionId], codes.Of(c.CodeVersionId))
        {
            Until = until,
            Openings = [.. openings.Where(o => o.CommentId == c.Id && o.AgreedAt <= until)],
            Appeals = [.. appeals[c.Id].Where(a => Came(c, a.Day))],
            Claim = claims.GetValueOrDefault(c.Id),
        })];
    }

    /// <summary>What came of an appeal; nothing while it is to be decided.</summary>
    public AppealOutcome? OutcomeOf(Appeal appeal) => appeal.DecidedAt > Until ? null : appeal.Outcome;

    /// <summary>Why its writer cannot change it just now, because a moderator is reading it; or nothing.</summary>
    public string? BeingRead(DateTimeOffset at) => Comment.IsEditable ? Claim?.KeepsWriter(at, Discussion.Zone) : null;

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
