using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.Conversation.Pages.Moderation;

/// <summary>Discussions in which people can write now, and those that are halted.</summary>
internal sealed class DiscussionsModel(HubDb db, Desk desk, IOptions<HubOptions> hub) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<Discussion> Open { get; private set; } = [];

    public IReadOnlyList<(Discussion Discussion, Halt Halt, int? Thread)> Halted { get; private set; } = [];

    public QueueCounts Counts { get; private set; } = null!;

    public DateOnly Today => desk.Ruling.At.DayIn(hub.Value.Zone);

    public async Task OnGetAsync()
    {
        var (now, today) = (desk.Ruling.At, Today);
        Counts = await QueueCounts.LoadAsync(db);
        var running = await db.Discussions.AsNoTracking().Where(d => d.OpensOn <= today && (d.ClosesOn == null || d.ClosesOn >= today)).OrderByDescending(d => d.OpensOn).Take(Most).ToListAsync();
        var halts = running.SelectMany(d => d.Halts.Where(h => h.IsInForce(now, d.DayOf(now))).Select(h => (Discussion: d, Halt: h))).ToList();
        var threads = halts.Select(h => h.Halt.Thread).OfType<Guid>().ToList();
        var numbers = await db.Comments.Where(c => threads.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number);
        Open = [.. running.Where(d => d.WhyShut(now) is null)];
        Halted = [.. halts.OrderBy(h => h.Halt.ReviewBy ?? DateOnly.MaxValue).Select(h => (h.Discussion, h.Halt, h.Halt.Thread is { } thread ? numbers.GetValueOrDefault(thread) : (int?)null))];
    }
}
