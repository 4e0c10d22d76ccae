using EngagementHub.Conversation.Moderation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Pages.Moderation;

internal sealed record AskedOpinion(Guid Comment, string About, string By, string Words);

/// <summary>What colleagues ask of the moderator.</summary>
internal sealed class OpinionsModel(HubDb db, ICurrentStaff staff, IStaffDirectory directory) : PageModel
{
    public IReadOnlyList<AskedOpinion> Asked { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var (comments, discussions) = (db.Comments, db.Discussions.IgnoreAutoIncludes());
        var rows = await db.OpinionsAskedOf(staff.Id).AsNoTracking().OrderBy(c => c.At)
            .Join(comments, a => a.CommentId, c => c.Id, (Asked, c) => new { Asked, c.Number, c.DiscussionId })
            .Join(discussions, r => r.DiscussionId, d => d.Id, (r, d) => new { r.Asked, r.Number, d.Title }).ToListAsync();
        var names = await directory.CardsAsync(rows.Select(r => r.Asked.By).Distinct());
        Asked = [.. rows.Select(r => new AskedOpinion(r.Asked.CommentId, $"#{r.Number} on {r.Title}", names.TryGetValue(r.Asked.By, out var by) ? by.Name : "A colleague", r.Asked.Words))];
    }
}
