using EngagementHub.Conversation.Comments;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Pages.Comments;

/// <summary>The writer of a named comment takes it back.</summary>
internal sealed class TakeBackModel(HubDb db, ICurrentStaff staff) : PageModel
{
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

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Comment.TakeBack();
        await db.SaveChangesAsync();
        this.Notify($"Your comment #{Comment.Number} is taken back. Readers no longer see it.");
        return Redirect("/comments/mine");
    }
}
