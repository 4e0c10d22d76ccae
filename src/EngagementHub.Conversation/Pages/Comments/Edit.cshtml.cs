using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Signposts;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Pages.Comments;

/// <summary>The writer of a named comment changes it.</summary>
internal sealed class EditModel(HubDb db, Editing editing, SignpostBook signposts, ICurrentStaff staff) : PageModel
{
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The signposts the writer has passed, by their keys.</summary>
    [BindProperty]
    public string? Passed { get; set; }

    public IReadOnlyList<Signpost> Signposts { get; private set; } = [];

    public Comment Comment { get; private set; } = null!;

    /// <summary>Why it cannot be changed now, or nothing.</summary>
    public string? WhyNot { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        if (await db.Comments.FirstOrDefaultAsync(c => c.Id == id && c.Author == staff.Id) is not { } comment)
        {
            context.Result = NotFound();
            return;
        }

        (Comment, WhyNot) = (comment, await editing.WhyNotAsync(comment));
        await next();
    }

    public IActionResult OnGet()
    {
        Text = Comment.Source;
        return Comment.IsEditable ? Page() : Redirect("/comments/mine");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Signposts = Comment.IsEditable && WhyNot is null ? await signposts.NotPassedAsync(Text, Passed) : [];
        if (Signposts.Count > 0)
        {
            return Page();
        }

        await editing.SaveAsync(Comment, Text);
        this.Notify(Comment.Standing == CommentStanding.Published ? $"Your comment #{Comment.Number} is changed. Readers see the new words now." : $"Your comment #{Comment.Number} is changed. It waits for a moderator.");
        return Redirect("/comments/mine");
    }
}
