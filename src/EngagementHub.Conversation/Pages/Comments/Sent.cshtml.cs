using EngagementHub.Conversation.Comments;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Pages.Comments;

/// <summary>Shows the receipt code of an anonymous comment, once.</summary>
internal sealed class SentModel(HubDb db) : PageModel
{
    public const string Kept = "Conversation.Receipt";

    public string Code { get; private set; } = "";

    public Comment Comment { get; private set; } = null!;

    public string DiscussionUrl { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (ReceiptCode.Read(TempData[Kept] as string) is not { } code
            || await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Receipt == code.Hash && c.Author == null) is not { } comment)
        {
            return Redirect("/comments/receipt");
        }

        (Code, Comment) = (code.ToString(), comment);
        DiscussionUrl = await db.Discussions.IgnoreAutoIncludes().Where(d => d.Id == comment.DiscussionId).Select(d => d.Url).SingleAsync();
        return Page();
    }
}
