using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace EngagementHub.Conversation.Pages.Moderation;

/// <summary>Every decision, the newest first.</summary>
internal sealed class LogModel(HubDb db, IStaffDirectory directory, IOptions<HubOptions> hub, TimeProvider clock) : PageModel
{
    public const int Most = 500;

    private IReadOnlyDictionary<StaffId, StaffCard> _moderators = new Dictionary<StaffId, StaffCard>();

    public IReadOnlyList<LogLine> Lines { get; private set; } = [];

    public string Zone => hub.Value.Zone;

    public async Task OnGetAsync()
    {
        Lines = await LogLine.LoadAsync(db, Most, clock.Horizon());
        _moderators = await directory.CardsAsync(Lines.Select(l => l.By).Distinct());
    }

    public string NameOf(StaffId moderator) => _moderators.TryGetValue(moderator, out var card) ? card.Name : "Somebody who has left";
}
