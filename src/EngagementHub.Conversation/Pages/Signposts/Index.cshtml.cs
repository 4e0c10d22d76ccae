using EngagementHub.Conversation.Signposts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Conversation.Pages.Signposts;

/// <summary>All signposts.</summary>
internal sealed class IndexModel(SignpostBook book) : PageModel
{
    public IReadOnlyList<Signpost> Signposts { get; private set; } = [];

    public async Task OnGetAsync() => Signposts = await book.AllAsync();
}
