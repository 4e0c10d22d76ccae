using EngagementHub.Core.Web;
using EngagementHub.Notifications.Mail;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.Notifications.Pages.Notifications;

internal sealed class OutboxModel(HubDb db, Mailer mailer, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    public string Zone => hub.Value.Zone;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool IsSent => mailer.IsConfigured;

    public int Waiting { get; private set; }

    public int SentToday { get; private set; }

    public int CancelledToday { get; private set; }

    public DateTimeOffset? Oldest { get; private set; }

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var yesterday = Now.AddDays(-1);
        var waiting = db.Outbox.AsNoTracking().Where(m => m.SentAt == null && m.CancelledAt == null);
        Waiting = await waiting.CountAsync(HttpContext.RequestAborted);
        Oldest = await waiting.MinAsync(m => (DateTimeOffset?)m.QueuedAt, HttpContext.RequestAborted);
        SentToday = await db.Outbox.CountAsync(m => m.SentAt > yesterday, HttpContext.RequestAborted);
        CancelledToday = await db.Outbox.CountAsync(m => m.CancelledAt > yesterday && m.SentAt == null, HttpContext.RequestAborted);
        Refusals = await waiting.Where(m => m.LastError != null).GroupBy(m => m.LastError!)
            .OrderByDescending(g => g.Count()).Take(20)
            .Select(g => new Refusal(g.Key, g.Count(), g.Max(m => m.Tries), g.Min(m => m.NextTryAt)))
            .ToListAsync(HttpContext.RequestAborted);
    }
}

internal sealed record Refusal(string Error, int Mails, int Tries, DateTimeOffset NextTryAt);
