using EngagementHub.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Moderation;

/// <summary>Tells moderators what a colleague or a reader asks of them, and readers and writers what came of it.</summary>
internal sealed class TellColleagues(HubDb db, INotify notify, IStaffDirectory directory)
    : IHandle<ColleagueConsulted>, IHandle<OpinionGiven>, IHandle<CommentFlagged>, IHandle<FlagResolved>, IHandle<AppealDecided>
{
    private const string Moderates = "You are a moderator";

    public async Task HandleAsync(ColleagueConsulted happened, CancellationToken cancellation)
    {
        var (asked, by) = (happened.Consultation, await directory.FindAsync(happened.Consultation.By, cancellation));
        var what = asked.Kind == ConsultationKind.HandedOn ? "hands on a comment to you" : "asks for your opinion on a comment";
        await notify.TellAsync(asked.Of, new Notice($"{by?.Name} {what}", $"{await AboutAsync(asked.CommentId, cancellation)}: “{asked.Words}”", $"/moderation/{asked.CommentId}/history", Moderates), cancellation);
    }

    public async Task HandleAsync(OpinionGiven happened, CancellationToken cancellation)
    {
        var given = happened.Consultation;
        var by = await directory.FindAsync(given.Of, cancellation);
        await notify.TellAsync(given.By, new Notice($"{by?.Name} has given an opinion", $"{await AboutAsync(given.CommentId, cancellation)}: “{given.Answer}”", $"/moderation/{given.CommentId}/history", Moderates), cancellation);
    }

    // The first flag of a comment is told; those that follow are counted on the page.
    public async Task HandleAsync(CommentFlagged happened, CancellationToken cancellation)
    {
        var comment = happened.Comment;
        if (await db.Flags.AnyAsync(f => f.CommentId == comment.Id && f.Outcome == null, cancellation))
        {
            return;
        }

        foreach (var moderator in (await directory.HoldingAsync(ConversationModule.Moderate, cancellation)).Where(m => m.Id != comment.Author && m.Id != happened.Flag.By))
        {
            await notify.TellAsync(moderator.Id, new Notice("A reader flagged a comment", $"{await AboutAsync(comment.Id, cancellation)}: “{PlainText.Excerpt(happened.Flag.Reason, 300)}”", "/moderation/flags", Moderates), cancellation);
        }
    }

    public async Task HandleAsync(FlagResolved happened, CancellationToken cancellation)
    {
        var flag = happened.Flag;
        var outcome = flag.Outcome == FlagOutcome.LeftUp ? "A moderator has read it and leaves it up." : "A moderator has read it and acted on it.";
        await notify.TellAsync(flag.By, new Notice("A moderator has looked at what you flagged", $"{await AboutAsync(flag.CommentId, cancellation)}. {outcome}", $"/comments/{flag.CommentId}", "You flagged this comment"), cancellation);
    }

    public async Task HandleAsync(AppealDecided happened, CancellationToken cancellation)
    {
        var appeal = happened.Appeal;
        if (await db.Comments.Where(c => c.Id == appeal.CommentId).Select(c => c.Author).FirstOrDefaultAsync(cancellation) is { } author)
        {
            var outcome = appeal.Outcome == AppealOutcome.Upheld ? "Your appeal is upheld" : "Your appeal is dismissed";
            await notify.TellAsync(author, new Notice(outcome, $"{await AboutAsync(appeal.CommentId, cancellation)}. {outcome}: {appeal.Reason}", "/comments/mine", "You appealed against a decision"), cancellation);
        }
    }

    private async Task<string> AboutAsync(Guid comment, CancellationToken cancellation)
    {
        var discussions = db.Discussions.IgnoreAutoIncludes();
        return await db.Comments.Where(c => c.Id == comment).Join(discussions, c => c.DiscussionId, d => d.Id, (c, d) => $"Comment #{c.Number} on {d.Title}").FirstAsync(cancellation);
    }
}
