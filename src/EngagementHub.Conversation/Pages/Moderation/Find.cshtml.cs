using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Moderation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Conversation.Pages.Moderation;

/// <summary>Finds a comment that has left the queue, so that it can be decided again.</summary>
internal sealed class FindModel(HubDb db, ICurrentStaff staff) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Link { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Post { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    public LookUp LookUp { get; private set; } = null!;

    public CommentStory? Story { get; private set; }

    public bool IsOwn => Story?.Comment.Author == staff.Id;

    public async Task OnGetAsync()
    {
        LookUp = await LookUp.LoadAsync(db, Link, Post, Number);
        if (string.IsNullOrWhiteSpace(Link) && Post is null && Number is null)
        {
            return;
        }

        if (await FoundAsync() is not { } found)
        {
            ModelState.AddModelError(string.IsNullOrWhiteSpace(Link) ? nameof(Number) : nameof(Link), "No comment is there. Copy its link, or choose the post and give the number");
            return;
        }

        Story = (await CommentStory.LoadAsync(db, db.Comments.Where(c => c.Id == found.Id)))[0];
    }

    private async Task<Comment?> FoundAsync() =>
        !string.IsNullOrWhiteSpace(Link) ? await CommentAddress.FindAsync(db, Link)
        : Post is { } post && Number is { } number ? await CommentAddress.FindAsync(db, post, number)
        : null;
}
