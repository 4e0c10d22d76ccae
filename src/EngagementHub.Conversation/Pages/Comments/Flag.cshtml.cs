using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Pages.Comments;

/// <summary>A reader asks moderators to look at a published comment again, once.</summary>
internal sealed class FlagModel(HubDb db, ICurrentStaff staff, TimeProvider clock) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public Comment Comment { get; private set; } = null!;

    public Discussion Discussion { get; private set; } = null!;

    public bool IsFlagged { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (id, me) = (Guid.Parse((string)RouteData.Values["id"]!), staff.Id);
        if (await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.Standing == CommentStanding.Published) is not { } comment)
        {
            context.Result = NotFound();
            return;
        }

        (Comment, Discussion) = (comment, await db.Discussions.AsNoTracking().SingleAsync(d => d.Id == comment.DiscussionId));
        IsFlagged = await db.Flags.AnyAsync(f => f.CommentId == id && f.By == me);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsFlagged)
        {
            db.Flags.Add(Flag.Raise(Comment, staff.Id, clock.GetUtcNow(), Reason));
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateException e) when (Duplicates.Caused(e))
            {
                // Sent twice at once: one flag is what was meant.
                db.ChangeTracker.Clear();
            }
        }

        this.Notify("Thank you. A moderator will look at it, and you are told what came of it. The writer does not learn who flagged it.", $"Back to comment #{Comment.Number}", $"#comment-{Comment.Number}");
        return LocalRedirect(Discussion.Url);
    }
}
