using EngagementHub.Conversation.Moderation.Transparency;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Conversation.Pages.Transparency;

/// <summary>What moderators do, in figures, for every reader.</summary>
internal sealed class IndexModel : PageModel
{
    public IReadOnlyList<ModerationMonth> Months { get; private set; } = [];

    public async Task OnGetAsync() => Months = await TransparencyFile.MonthsAsync(HttpContext);
}
