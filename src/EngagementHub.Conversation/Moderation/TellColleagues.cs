using EngagementHub.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Moderation;

/// <summary>Tells moderators what a colleague or a reader asks of them, and writers what came of an appeal. Each link names the comment: by it a word struck there is found and struck in the notice.</summary>
internal sealed class TellColleagues(HubDb db, INotify notify, IStaffDirectory directory)
    : IHandle<ColleagueConsulted>, IHandle<OpinionGiven>, IHandle<CommentFlagged>, IHandle<AppealDecided>
{
    private const string Moderates = "You are a moderator";

    public async Task HandleAsync(ColleagueConsulted happened, CancellationToken cancellation)
    {
        var (asked, by) = (happened.Consultation, await directory.FindAsync(happened.Consultation.By, cancellation));
        var what = asked.Kind == ConsultationKind.HandedOn ? "hands on a comment to you" : "asks for your opinion on a comment";
        await notify.TellAsync(asked.Of, new Notice($"{by?.Name} {what}", $"{await db.SayWhichAsync(asked.CommentId, cancellation)}: “{asked.Words}”", $"/moderation/{asked.CommentId}/history", Moderates), cancellation);
    }

    public async Task HandleAsync(OpinionGiven happened, CancellationToken cancellation)
    {
        var given = happened.Consultation;
        var by = await directory.FindAsync(given.Of, cancellation);
        await notify.TellAsync(given.By, new Notice($"{by?.Name} has given an opinion", $"{await db.SayWhichAsync(given.CommentId, cancellation)}: “{given.Answer}”", $"/moderation/{given.CommentId}/history", Moderates), cancellation);
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
            await notify.TellAsync(moderator.Id, new Notice("A reader flagged a comment", $"{await db.SayWhichAsync(comment.Id, cancellation)}: “{PlainText.Excerpt(happened.Flag.Reason, 300)}”", $"/moderation/flags#flagged-{comment.Id}", Moderates), cancellation);
        }
    }

    public async Task HandleAsync(AppealDecided happened, CancellationToken cancellation)
    {
        var appeal = happened.Appeal;
        if (await db.Comments.Where(c => c.Id == appeal.CommentId).Select(c => c.Author).FirstOrDefaultAsync(cancellation) is { } author)
        {
            var outcome = appeal.Outcome == AppealOutcome.Upheld ? "Your appeal is upheld" : "Your appeal is dismissed";
            await notify.TellAsync(author, new Notice(outcome, $"{await db.SayWhichAsync(appeal.CommentId, cancellation)}. {outcome}: {appeal.Reason}", $"/comments/mine#comment-{appeal.CommentId}", "You appealed against a decision"), cancellation);
        }
    }
}
