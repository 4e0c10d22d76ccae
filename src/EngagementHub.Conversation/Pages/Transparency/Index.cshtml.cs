using EngagementHub.Conversation.Moderation.Transparency;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Conversation.Pages.Transparency;

/// <summary>What moderators do, in figures, for every reader.</summary>
internal sealed class IndexModel : PageModel
{
    public IReadOnlyList<ModerationMonth> Months { get; private set; } = [];

    /// <summary>The latest month with enough decisions to say a share.</summary>
    public ModerationMonth? Latest => Months.FirstOrDefault(m => m.PercentInTime is not null);

    public async Task OnGetAsync() => Months = await TransparencyFile.MonthsAsync(HttpContext);
}
