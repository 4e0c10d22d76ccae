using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Sources.Webhooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Webhooks;

/// <summary>A webhook: its address, its secrets, how it stands, and the events that need somebody.</summary>
internal sealed class HookModel(HubDb db, WebhookBox box, ICurrentStaff current, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    private const int MostListed = 100;
    private static readonly TimeSpan OldHolds = TimeSpan.FromHours(24);

    public Webhook Hook { get; private set; } = null!;

    public string Zone { get; } = hub.Value.Zone;

    public string Address => $"{Request.Scheme}://{Request.Host}/hooks/{Hook.Name}";

    public string? NewSecret { get; private set; }

    public string Counts { get; private set; } = "";

    public IReadOnlyList<KeptSecret> Good => [.. Hook.Secrets.Where(secret => secret.IsGood(clock.GetUtcNow()))];

    public IReadOnlyList<WebhookEvent> Dead { get; private set; } = [];

    private Act Act => new(current.Id, clock.GetUtcNow());

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var name = (string)RouteData.Values["name"]!;
        if (await db.Webhooks.FirstOrDefaultAsync(known => known.Name == name) is not { } hook)
        {
            context.Result = NotFound();
            return;
        }

        Hook = hook;
        var counts = await db.WebhookEvents.Where(received => received.WebhookId == hook.Id).GroupBy(received => received.Standing).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count);
        int Count(EventStanding standing) => counts.GetValueOrDefault(standing);
        Counts = $"{Say.Count(counts.Values.Sum(), "event")} received = {Count(EventStanding.Taken):N0} taken in + {Count(EventStanding.Known):N0} that told nothing new + {Count(EventStanding.Waiting):N0} waiting + {Count(EventStanding.Dead):N0} that need somebody + {Count(EventStanding.SetAside):N0} set aside";
        Dead = await db.WebhookEvents.AsNoTracking().Where(received => received.WebhookId == hook.Id && received.Standing == EventStanding.Dead).OrderBy(received => received.Number).Take(MostListed).ToListAsync();
        await next();
    }

    public void OnGet()
    {
    }

    /// <summary>The secret is in this one answer and nowhere else.</summary>
    public async Task OnPostSecretAsync(CancellationToken cancellation)
    {
        NewSecret = Signatures.NewSecret(Hook.Signing);
        Hook.ChangeSecret(box.Encrypt(NewSecret), OldHolds, Act);
        Response.Headers.CacheControl = "no-store";
        await db.SaveChangesAsync(cancellation);
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellation)
    {
        Hook.EndOldSecrets(Act);
        await db.SaveChangesAsync(cancellation);
        this.Notify("Only the newest secret holds now.");
        return Redirect(Request.Path);
    }

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellation)
    {
        var again = await db.TryDeadAgainAsync(Hook.Id, Act, cancellation);
        await db.SaveChangesAsync(cancellation);
        this.Notify($"{Say.Count(again, "event")} will be tried again in a moment. Open this page again to see what became of them.");
        return Redirect(Request.Path);
    }
}
