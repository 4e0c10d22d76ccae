using EngagementHub.Conversation.Comments;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Moderation;

/// <summary>What the second of two moderators on one comment is told.</summary>
internal static class Overtaken
{
    public static async Task<string> SayAsync(HubDb db, IStaffDirectory directory, Comment comment, string zone)
    {
        if (comment.Standing == CommentStanding.Withdrawn)
        {
            return $"The writer of #{comment.Number} took it back while you were reading it. There is nothing left to decide";
        }

        var last = await db.Decisions.AsNoTracking().Where(d => d.CommentId == comment.Id).OrderByDescending(d => d.At).FirstOrDefaultAsync();
        var by = last is null ? null : await directory.FindAsync(last.By);
        return last is null
            ? $"Comment #{comment.Number} was changed while you were reading it. Nothing was overwritten"
            : $"{by?.Name ?? "Another moderator"} decided comment #{comment.Number} at {Say.Moment(last.At, zone)}, while you were reading it: {Word(last.Kind)}. Nothing was overwritten";
    }

    public static string Word(DecisionKind kind) => kind switch
    {
        DecisionKind.Approved => "approved",
        DecisionKind.Declined => "declined",
        DecisionKind.Held => "set aside",
        DecisionKind.Undone => "decision undone",
        _ => "words struck",
    };
}
