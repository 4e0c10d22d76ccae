using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Moderation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation;

/// <summary>Beside what became of a comment: its writer's appeals, and the way to make one.</summary>
public sealed class AppealsViewComponent(HubDb db, ICurrentStaff staff) : ViewComponent
{
    /// <summary>Shows them for a comment.</summary>
    /// <param name="argument">The comment.</param>
    public async Task<IViewComponentResult> InvokeAsync(SubjectRef argument)
    {
        if (argument.Kind != Conversations.CommentKind || await db.Comments.AsNoTracking().Include(c => c.Decisions).FirstOrDefaultAsync(c => c.Id == argument.Id) is not { } comment)
        {
            return Content("");
        }

        var appeals = await db.Appeals.AsNoTracking().Where(a => a.CommentId == comment.Id).OrderBy(a => a.Day).ToListAsync();
        var mayAppeal = comment.Author is not null && comment.Author == staff.IdOrNone && Appealable(comment) is { } decision && !appeals.Exists(a => a.DecisionId == decision.Id);
        return View("~/Pages/Comments/_Appeals.cshtml", (comment.Id, appeals, mayAppeal));
    }

    /// <summary>The last decision to decline it or to strike words, while it stands.</summary>
    internal static Decision? Appealable(Comment comment)
    {
        var undone = comment.Decisions.Select(d => d.Undoes).ToHashSet();
        var last = comment.Decisions.LastOrDefault(d => d.Kind is DecisionKind.Declined or DecisionKind.Redacted && !undone.Contains(d.Id));
        return comment.Standing == CommentStanding.Withdrawn || (last?.Kind == DecisionKind.Declined && comment.Standing != CommentStanding.Declined) ? null : last;
    }
}
