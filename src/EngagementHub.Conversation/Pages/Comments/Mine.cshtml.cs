using EngagementHub.Conversation.Comments;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Conversation.Pages.Comments;

/// <summary>What became of the comments a person wrote by name.</summary>
internal sealed class MineModel(HubDb db, ICurrentStaff staff, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<CommentStory> Stories { get; private set; } = [];

    public IReadOnlyList<Guid> All => [.. Stories.Select(s => s.Comment.Id)];

    public async Task OnGetAsync() =>
        Stories = await CommentStory.LoadAsync(db, db.Comments.Where(c => c.Author == staff.Id).OrderByDescending(c => c.Day).ThenByDescending(c => c.Number).Take(200), Now);
}
