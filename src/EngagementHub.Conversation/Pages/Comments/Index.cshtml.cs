using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Pages.Comments;

/// <summary>A comment's permanent address leads to where it is shown.</summary>
internal sealed class IndexModel(HubDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var discussions = db.Discussions.IgnoreAutoIncludes();
        var place = await db.Comments.Where(c => c.Id == id)
            .Join(discussions, c => c.DiscussionId, d => d.Id, (c, d) => new { d.Url, c.Number, c.Standing })
            .FirstOrDefaultAsync();
        return place is null ? NotFound()
            : LocalRedirect(place.Standing == CommentStanding.Published ? $"{place.Url}#comment-{place.Number}" : $"{place.Url}#comments");
    }
}
