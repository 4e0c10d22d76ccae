using EngagementHub.Conversation.Comments;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Pages.Comments;

/// <summary>Shows whoever has the code what became of an anonymous comment. The code travels in the body, never in an address.</summary>
internal sealed class ReceiptModel(HubDb db) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public CommentStory? Story { get; private set; }

    public async Task OnPostAsync() => Story = await StoryAsync();

    public async Task<IActionResult> OnPostTakeBackAsync()
    {
        if (await StoryAsync() is not { } story)
        {
            return Page();
        }

        var comment = await db.Comments.SingleAsync(c => c.Id == story.Comment.Id);
        comment.TakeBack();
        await db.SaveChangesAsync();
        this.Notify($"Your comment #{comment.Number} is taken back. Its words are gone, here and for readers.");
        return Redirect("/comments/receipt");
    }

    private async Task<CommentStory?> StoryAsync()
    {
        var hash = ReceiptCode.Read(Code)?.Hash;
        var found = await CommentStory.LoadAsync(db, db.Comments.Where(c => c.Receipt == hash && c.Receipt != null && c.Author == null));
        if (found.Count == 0)
        {
            ModelState.AddModelError(nameof(Code), "No comment has this code. Check it: it is 26 letters and digits, in groups of four");
        }

        return found.Count == 0 ? null : found[0];
    }
}
