using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Moderation;

/// <summary>Strikes the words in everything that was said about the comment: by moderators, by readers who flagged it, by its writer, by those who asked for its name, and in the reason for which its thread was halted.</summary>
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
        (await db.Openings.Where(o => o.CommentId == id).ToListAsync(cancellation)).ForEach(o => o.Strike(happened));
        await StrikeHaltsAsync(happened, cancellation);
    }

    private async Task StrikeHaltsAsync(WordsStruck happened, CancellationToken cancellation)
    {
        var (head, discussions) = (happened.Of.Id, db.Discussions.IgnoreAutoIncludes());
        var halts = await db.Halts.Where(h => h.Thread == head).Join(discussions, h => h.DiscussionId, d => d.Id, (Halt, d) => new { Halt, d.On }).ToListAsync(cancellation);
        halts.ForEach(h => h.Halt.Strike(happened, h.On));
    }
}
