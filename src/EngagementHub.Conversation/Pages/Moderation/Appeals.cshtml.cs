using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.Conversation.Pages.Moderation;

internal sealed record OpenAppeal(Appeal Appeal, CommentStory Story, bool IsLate, bool IsAgainstMe);

/// <summary>Appeals that wait for a decision, the one due first on top.</summary>
internal sealed class AppealsModel(HubDb db, Desk desk, IOptions<HubOptions> hub) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<OpenAppeal> Appeals { get; private set; } = [];

    public QueueCounts Counts { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Counts = await QueueCounts.LoadAsync(db);
        var (today, me) = (desk.Ruling.At.DayIn(hub.Value.Zone), desk.Ruling.By);
        var open = await db.Appeals.AsNoTracking().Where(a => a.Outcome == null).OrderBy(a => a.DecideBy).ThenBy(a => a.Id).Take(Most).ToListAsync();
        var ids = open.Select(a => a.CommentId).Distinct().ToList();
        var stories = (await CommentStory.LoadAsync(db, db.Comments.Where(c => ids.Contains(c.Id)))).ToDictionary(s => s.Comment.Id);
        Appeals = [.. open.Select(a => new OpenAppeal(a, stories[a.CommentId], a.IsLate(today), a.DecidedFirstBy == me))];
    }
}
