using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Moderation;

/// <summary>A decision ends the reading of the comment, and answers those who flagged it; taken back, it answered nobody.</summary>
internal sealed class AfterDecision(HubDb db) : IHandle<CommentDecided>
{
    public async Task HandleAsync(CommentDecided happened, CancellationToken cancellation)
    {
        var (comment, decision) = (happened.Comment, happened.Decision);
        if (happened.IsHistory)
        {
            return;
        }

        db.Claims.RemoveRange(await db.Claims.Where(c => c.Id == comment.Id).ToListAsync(cancellation));
        if (decision.Kind is DecisionKind.Declined or DecisionKind.Redacted)
        {
            foreach (var flag in await db.Flags.Where(f => f.CommentId == comment.Id && f.Outcome == null).ToListAsync(cancellation))
            {
                flag.Resolve(FlagOutcome.ActedOn, new Ruling(decision.By, decision.At), decision.Reason, canBeUndone: decision.Before is not null);
            }
        }

        if (decision.Undoes is { } undone && comment.Decisions.FirstOrDefault(d => d.Id == undone) is { } before)
        {
            (await db.Flags.Where(f => f.CommentId == comment.Id && f.ResolvedAt == before.At && f.ResolvedBy == before.By).ToListAsync(cancellation)).ForEach(f => f.Reopen());
            (await db.Appeals.Where(a => a.DecisionId == undone).ToListAsync(cancellation)).ForEach(a => a.Lapse());
        }
    }
}

/// <summary>A comment that its writer took back leaves nothing to read, to tell or to decide. Nothing of it is stamped with a time.</summary>
internal sealed class AfterWithdrawal(HubDb db) : IHandle<CommentWithdrawn>
{
    public async Task HandleAsync(CommentWithdrawn happened, CancellationToken cancellation)
    {
        var id = happened.Comment;
        db.Claims.RemoveRange(await db.Claims.Where(c => c.Id == id).ToListAsync(cancellation));
        db.UntoldDecisions.RemoveRange(await db.UntoldDecisions.Where(u => u.CommentId == id).ToListAsync(cancellation));
        (await db.Flags.Where(f => f.CommentId == id && f.Outcome == null).ToListAsync(cancellation)).ForEach(f => f.Lapse());
        (await db.Appeals.Where(a => a.CommentId == id).ToListAsync(cancellation)).ForEach(a => a.Lapse());
    }
}

/// <summary>Tells moderators' pages that the queue has changed.</summary>
internal sealed class SignalTheQueue(HubDb db)
    : IHandle<CommentReceived>, IHandle<CommentDecided>, IHandle<CommentChanged>, IHandle<CommentWithdrawn>, IHandle<CommentFlagged>, IHandle<FlagResolved>, IHandle<AppealDecided>
{
    public const string Topic = "moderation";

    public Task HandleAsync(CommentReceived happened, CancellationToken cancellation) => Signal();

    public Task HandleAsync(CommentDecided happened, CancellationToken cancellation) => Signal();

    public Task HandleAsync(CommentChanged happened, CancellationToken cancellation) => Signal();

    public Task HandleAsync(CommentWithdrawn happened, CancellationToken cancellation) => Signal();

    public Task HandleAsync(CommentFlagged happened, CancellationToken cancellation) => Signal();

    public Task HandleAsync(FlagResolved happened, CancellationToken cancellation) => Signal();

    public Task HandleAsync(AppealDecided happened, CancellationToken cancellation) => Signal();

    private Task Signal()
    {
        db.Signal(Topic);
        return Task.CompletedTask;
    }
}
