using System.Text;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Sources.Webhooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Webhooks;

/// <summary>One event as it came and what became of it; what could not be taken in is put right, tried again or set aside here.</summary>
internal sealed class EventModel(HubDb db, ICurrentStaff current, IStaffDirectory people, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    public WebhookEvent Received { get; private set; } = null!;

    public Webhook Hook { get; private set; } = null!;

    public string Zone { get; } = hub.Value.Zone;

    public string RepairedBy { get; private set; } = "";

    public string Raw => Encoding.UTF8.GetString(Received.Body);

    public bool CanBeSettled => Received.Standing is EventStanding.Dead or EventStanding.SetAside;

    public string Standing => Received.Standing switch
    {
        EventStanding.Taken => "Taken in",
        EventStanding.Known => "Told nothing new",
        EventStanding.Waiting => Received.Tries == 0 ? "Waiting to be taken in" : $"Waiting to be tried again; tried {Say.Count(Received.Tries, "time")}",
        EventStanding.SetAside => "Set aside",
        _ => "Could not be taken in",
    };

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    private Act Act => new(current.Id, clock.GetUtcNow());

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!long.TryParse((string?)RouteData.Values["number"], out var number) || await db.WebhookEvents.FirstOrDefaultAsync(known => known.Number == number) is not { } received)
        {
            context.Result = NotFound();
            return;
        }

        Received = received;
        Hook = await db.Webhooks.AsNoTracking().FirstAsync(known => known.Id == received.WebhookId);
        RepairedBy = received.RepairedBy is { } by ? (await people.FindAsync(by))?.Name ?? "somebody" : "";
        await next();
    }

    public void OnGet() => Body = Received.Text;

    public async Task<IActionResult> OnPostRepairAsync(CancellationToken cancellation)
    {
        Received.Repair(Body ?? "", Reason ?? "", Act);
        return await SaveAsync("The event is repaired and will be tried again in a moment.", cancellation);
    }

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellation)
    {
        Received.TryAgain(Act);
        return await SaveAsync("The event will be tried again in a moment.", cancellation);
    }

    public async Task<IActionResult> OnPostAsideAsync(CancellationToken cancellation)
    {
        Received.SetAside(Reason ?? "", Act);
        return await SaveAsync("The event is set aside. It is kept, and can still be repaired.", cancellation);
    }

    private async Task<IActionResult> SaveAsync(string notice, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        this.Notify(notice);
        return Redirect($"/service-levels/webhooks/events/{Received.Number}");
    }
}
