using EngagementHub.Conversation.Comments;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Pages.Comments;

/// <summary>The writer of a named comment changes it.</summary>
internal sealed class EditModel(HubDb db, Editing editing, ICurrentStaff staff) : PageModel
{
    [BindProperty]
    public string? Text { get; set; }

    public Comment Comment { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        if (await db.Comments.FirstOrDefaultAsync(c => c.Id == id && c.Author == staff.Id) is not { } comment)
        {
            context.Result = NotFound();
            return;
        }

        Comment = comment;
        await next();
    }

    public IActionResult OnGet()
    {
        Text = Comment.Source;
        return Comment.IsEditable ? Page() : Redirect("/comments/mine");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await editing.SaveAsync(Comment, Text);
        this.Notify(Comment.Standing == CommentStanding.Published ? $"Your comment #{Comment.Number} is changed. Readers see the new words now." : $"Your comment #{Comment.Number} is changed. It waits for a moderator.");
        return Redirect("/comments/mine");
    }
}
