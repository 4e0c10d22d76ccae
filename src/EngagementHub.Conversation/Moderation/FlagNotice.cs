using EngagementHub.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Moderation;

/// <summary>What readers are told about a comment they flagged.</summary>
internal sealed class FlagNotice(HubDb db, INotify notify) : IHandle<FlagResolved>
{
    public Task HandleAsync(FlagResolved happened, CancellationToken cancellation) =>
        happened.CanBeUndone ? Task.CompletedTask : SendAsync(happened.Flag, cancellation);

    /// <summary>Tells those whose flag the decision answered.</summary>
    public async Task SendAsync(Decision decision, CancellationToken cancellation)
    {
        var answered = db.Flags.AsNoTracking().Where(f => f.CommentId == decision.CommentId && f.Outcome == FlagOutcome.ActedOn && f.ResolvedAt == decision.At && f.ResolvedBy == decision.By);
        foreach (var flag in await answered.ToListAsync(cancellation))
        {
            await SendAsync(flag, cancellation);
        }
    }

    private async Task SendAsync(Flag flag, CancellationToken cancellation)
    {
        var outcome = flag.Outcome switch
        {
            FlagOutcome.LeftUp => ("A moderator has looked at what you flagged", "A moderator has read it and leaves it up."),
            FlagOutcome.ActedOn => ("A moderator has looked at what you flagged", "A moderator has read it and acted on it."),
            _ => ("The comment you flagged is gone", "Its writer took it back."),
        };
        await notify.TellAsync(flag.By, new Notice(outcome.Item1, $"{await db.SayWhichAsync(flag.CommentId, cancellation)}. {outcome.Item2}", $"/comments/{flag.CommentId}", "You flagged this comment"), cancellation);
    }
}

/// <summary>Tells readers once a day that a comment they flagged was taken back: not at the moment at which its writer did it.</summary>
internal sealed class CloseFlags(HubDb db) : IJob
{
    public const string JobName = "conversation.close-flags";

    public string Name => JobName;

    public TimeSpan Every { get; } = TimeSpan.FromDays(1);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        (await db.Flags.Where(f => f.Outcome == FlagOutcome.TakenBack && f.ResolvedAt == null).ToListAsync(cancellation)).ForEach(f => f.Close(now));
        await db.SaveChangesAsync(cancellation);
    }
}
