using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.Notifications.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.Notifications.Pages.Notifications;

internal sealed class OutboxModel(HubDb db, Mailer mailer, TimeProvider clock, ICurrentStaff staff, IOptions<HubOptions> hub) : PageModel
{
    public string Zone => hub.Value.Zone;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool IsSent => mailer.IsConfigured;

    public int Waiting { get; private set; }

    public int SentToday { get; private set; }

    public int CancelledToday { get; private set; }

    public DateTimeOffset? Oldest { get; private set; }

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public IReadOnlyList<StoppedAddress> Stopped { get; private set; } = [];

    /// <summary>Writes to the address again; what waits for it goes at once.</summary>
    public async Task<IActionResult> OnPostLiftAsync(Guid id)
    {
        if (await db.StoppedAddresses.FirstOrDefaultAsync(s => s.Id == id) is { } stopped)
        {
            var address = stopped.Address;
            stopped.Lift(staff.Id, Now);
            db.StoppedAddresses.Remove(stopped);
            await db.SaveChangesAsync();
#pragma warning disable CA1304, CA1311, CA1862 // translated to the database's LOWER
            await db.Outbox.Where(m => m.SentAt == null && m.CancelledAt == null && m.LastError != null && (m.To == "" || m.To.ToLower() == address)).ExecuteUpdateAsync(set => set.SetProperty(m => m.NextTryAt, Now));
#pragma warning restore CA1304, CA1311, CA1862
        }

        this.Notify("Mail goes to this address again.");
        return RedirectToPage();
    }

    public async Task OnGetAsync()
    {
        Stopped = await db.StoppedAddresses.AsNoTracking().OrderByDescending(s => s.At).Take(200).ToListAsync(HttpContext.RequestAborted);
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
