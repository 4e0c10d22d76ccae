using EngagementHub.Conversation.Discussions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Pages.HowAnonymous;

/// <summary>What is and is not promised to those who write without their name, and what was done under that promise.</summary>
internal sealed class IndexModel(HubDb db, TimeProvider clock) : PageModel
{
    public int Asked { get; private set; }

    public int Opened { get; private set; }

    public int NotOpened { get; private set; }

    public IReadOnlyList<Discussion> Living { get; private set; } = [];

    public IReadOnlyList<Discussion> Destroyed { get; private set; } = [];

    public int Keys => Living.Count + Destroyed.Count;

    public async Task OnGetAsync()
    {
        var openings = await db.Openings.AsNoTracking().ToListAsync();
        var now = clock.GetUtcNow();
        (Asked, Opened) = (openings.Count, openings.Count(o => o.AgreedAt is not null));
        NotOpened = openings.Count(o => o.AgreedAt is null && !o.WaitsAt(now));
        var keys = await db.Discussions.AsNoTracking().IgnoreAutoIncludes().Where(d => d.KeyUntil != null).OrderBy(d => d.KeyUntil).ToListAsync();
        (Living, Destroyed) = ([.. keys.Where(k => k.KeyDestroyedOn is null)], [.. keys.Where(k => k.KeyDestroyedOn is not null)]);
    }
}
