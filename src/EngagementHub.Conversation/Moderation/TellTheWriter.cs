using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Comments;
using EngagementHub.Core.Jobs;
using EngagementHub.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Moderation;

/// <summary>Notes that a decision is to be told once it can no longer be undone: to the writer of a named comment, and to readers who flagged it. The writer of an anonymous one asks with the receipt code.</summary>
internal sealed class TellTheWriter(HubDb db, DecisionNotice notice) : IHandle<CommentDecided>
{
    public async Task HandleAsync(CommentDecided happened, CancellationToken cancellation)
    {
        var (comment, decision) = (happened.Comment, happened.Decision);
        if (happened.IsHistory)
        {
            return;
        }

        if (decision.Kind == DecisionKind.Redacted)
        {
            await notice.SendAsync(comment, decision, cancellation);
            return;
        }

        var untold = await db.UntoldDecisions.Where(u => u.CommentId == comment.Id).ToListAsync(cancellation);
        MustNotBeTold(comment, decision, untold);
        db.UntoldDecisions.RemoveRange(untold);
        if (decision.Kind is DecisionKind.Approved or DecisionKind.Declined)
        {
            db.UntoldDecisions.Add(UntoldDecision.Of(decision));
        }
    }

    // Two nodes' clocks differ by seconds: what counts is whether the notice is out.
    private static void MustNotBeTold(Comment comment, Decision undoing, List<UntoldDecision> untold)
    {
        var undone = comment.Decisions.FirstOrDefault(d => d.Id == undoing.Undoes);
        if (undone?.Kind is DecisionKind.Approved or DecisionKind.Declined && !untold.Exists(u => u.Id == undone.Id))
        {
            throw new BrokenRuleException("The writer has been told of this decision by now. Decide the comment again instead");
        }
    }
}

/// <summary>Tells writers and readers what was decided, once it can no longer be undone.</summary>
internal sealed class TellWriters(HubDb db, DecisionNotice notice, FlagNotice flagNotice) : IJob
{
    public const string JobName = "conversation.tell-writers";

    private const int MostAtOnce = 200;

    public string Name => JobName;

    public TimeSpan Every { get; } = TimeSpan.FromSeconds(30);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        while (await db.UntoldDecisions.Where(u => u.DueAt <= now).OrderBy(u => u.DueAt).Take(MostAtOnce).ToListAsync(cancellation) is { Count: > 0 } due)
        {
            try
            {
                foreach (var untold in due)
                {
                    await TellAsync(untold, cancellation);
                }
            }
            catch (DbUpdateConcurrencyException)
            {
                // Undone, decided again or taken back in this instant: what is left is read anew.
            }

            db.ChangeTracker.Clear();
        }
    }

    // One by one: a notice and its being told are one save.
    private async Task TellAsync(UntoldDecision untold, CancellationToken cancellation)
    {
        var decision = await db.Decisions.AsNoTracking().SingleAsync(d => d.Id == untold.Id, cancellation);
        var comment = await db.Comments.AsNoTracking().SingleAsync(c => c.Id == untold.CommentId, cancellation);
        await notice.SendAsync(comment, decision, cancellation);
        await flagNotice.SendAsync(decision, cancellation);
        db.UntoldDecisions.Remove(untold);
        await db.SaveChangesAsync(cancellation);
    }
}

/// <summary>What the writer of a named comment is told about a decision.</summary>
internal sealed class DecisionNotice(HubDb db, INotify notify)
{
    public async Task SendAsync(Comment comment, Decision decision, CancellationToken cancellation)
    {
        if (comment.Author is not { } author || comment.Standing == CommentStanding.Withdrawn)
        {
            return;
        }

        var title = await db.Discussions.IgnoreAutoIncludes().Where(d => d.Id == comment.DiscussionId).Select(d => d.Title).SingleAsync(cancellation);
        var code = (await CodeHistory.LoadAsync(db, cancellation)).Of(decision.CodeVersionId);
        var subject = $"Your comment #{comment.Number} on “{PlainText.Excerpt(title, 150)}” {Verb(decision.Kind)}";
        await notify.TellAsync(author, new Notice(subject, Text(decision, code), Link(comment, decision.Kind), "You wrote this comment") { Kind = ConversationModule.CommentNews }, cancellation);
    }

    private static string Verb(DecisionKind kind) => kind switch
    {
        DecisionKind.Approved => "is shown to readers",
        DecisionKind.Declined => "was declined",
        _ => "has words struck out",
    };

    private static string Text(Decision decision, CodeVersion code) => decision switch
    {
        { Kind: DecisionKind.Approved } => "A moderator has read it and shows it to readers.",
        { Kind: DecisionKind.Declined, Suggestion: { } wording } => $"{Why(decision, code)} The moderator suggests: “{wording}” Your text is kept, so that you can change it and send it again, or appeal.",
        { Kind: DecisionKind.Declined } => $"{Why(decision, code)} Your text is kept, so that you can change it and send it again, or appeal.",
        _ => $"{Why(decision, code)} You may appeal.",
    };

    private static string Why(Decision decision, CodeVersion code) => $"Clause {code.Clause(decision.Clause).Heading}: {decision.Reason.TrimEnd('.')}.";

    private static string Link(Comment comment, DecisionKind kind) =>
        kind == DecisionKind.Declined ? $"/comments/write?on={comment.On}&from={comment.Id}" : comment.Url;
}
