using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Moderation;

/// <summary>A decision ends the reading of the comment, and answers those who flagged it.</summary>
internal sealed class AfterDecision(HubDb db) : IHandle<CommentDecided>
{
    public async Task HandleAsync(CommentDecided happened, CancellationToken cancellation)
    {
        var (comment, decision) = (happened.Comment, happened.Decision);
        if (happened.IsHistory)
        {
            return;
        }

        if (await db.Claims.FirstOrDefaultAsync(c => c.Id == comment.Id, cancellation) is { } claim)
        {
            db.Claims.Remove(claim);
        }

        if (decision.Kind is DecisionKind.Declined or DecisionKind.Redacted)
        {
            foreach (var flag in await db.Flags.Where(f => f.CommentId == comment.Id && f.Outcome == null).ToListAsync(cancellation))
            {
                flag.Resolve(FlagOutcome.ActedOn, new Ruling(decision.By, decision.At), decision.Reason);
            }
        }
    }
}

/// <summary>Strikes the words in everything that was said about the comment among moderators, readers who flagged it and its writer.</summary>
internal sealed class StrikeWhatWasSaid(HubDb db) : IHandle<WordsStruck>
{
    public async Task HandleAsync(WordsStruck happened, CancellationToken cancellation)
    {
        if (happened.Of.Kind != Conversations.CommentKind)
        {
            return;
        }

        var id = happened.Of.Id;
        (await db.Decisions.Where(d => d.CommentId == id).ToListAsync(cancellation)).ForEach(d => d.Strike(happened));
        (await db.Consultations.Where(c => c.CommentId == id).ToListAsync(cancellation)).ForEach(c => c.Strike(happened));
        (await db.Flags.Where(f => f.CommentId == id).ToListAsync(cancellation)).ForEach(f => f.Strike(happened));
        (await db.Appeals.Where(a => a.CommentId == id).ToListAsync(cancellation)).ForEach(a => a.Strike(happened));
    }
}

/// <summary>Tells moderators' pages that the queue has changed, and readers' that a discussion has.</summary>
internal sealed class SignalTheQueue(HubDb db)
    : IHandle<CommentReceived>, IHandle<CommentDecided>, IHandle<CommentWithdrawn>, IHandle<CommentFlagged>, IHandle<FlagResolved>, IHandle<AppealDecided>
{
    public const string Topic = "moderation";

    public Task HandleAsync(CommentReceived happened, CancellationToken cancellation) => Signal();

    public Task HandleAsync(CommentDecided happened, CancellationToken cancellation) => Signal();

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
