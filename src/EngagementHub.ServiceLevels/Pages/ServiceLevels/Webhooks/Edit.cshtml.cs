using System.ComponentModel.DataAnnotations;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Sources.Json;
using EngagementHub.ServiceLevels.Sources.Webhooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Webhooks;

/// <summary>Adds a webhook, or changes how its events are read; what could not be taken in before is then tried again.</summary>
internal sealed class EditModel(HubDb db, ICurrentStaff current, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    private Webhook? _hook;

    public static IReadOnlyList<Choice> Signings { get; } =
    [
        new(nameof(SignedBy.Standard), "By the Standard Webhooks", "Headers webhook-id, webhook-timestamp and webhook-signature. Choose this when you can"),
        new(nameof(SignedBy.Hub), "As GitHub does", "Header X-Hub-Signature-256, or X-Hub-Signature from Jira Cloud"),
    ];

    public bool IsNew => _hook is null;

    public string Name => _hook?.Name ?? "";

    [BindProperty, Required(ErrorMessage = "Enter a name for the webhook"), StringLength(60, ErrorMessage = "The name can have 60 characters at most")]
    public string? Title { get; set; }

    [BindProperty]
    public SignedBy? Signing { get; set; }

    [BindProperty]
    public ShapeForm Shape { get; set; } = new();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var name = (string?)RouteData.Values["name"];
        _hook = name is null ? null : await db.Webhooks.FirstOrDefaultAsync(known => known.Name == name);
        if (name is not null && _hook is null)
        {
            context.Result = NotFound();
            return;
        }

        Shape.Services = await db.ServiceChoicesAsync();
        await next();
    }

    public void OnGet()
    {
        (Title, Signing) = (_hook?.Title, _hook?.Signing ?? SignedBy.Standard);
        Shape = ShapeForm.Of(_hook?.Shape ?? FieldLines.Own(hub.Value.Zone), Shape.Services);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var act = new Act(current.Id, clock.GetUtcNow());
        if (_hook is null)
        {
            db.Webhooks.Add(_hook = Webhook.Open(Title!, Signing ?? SignedBy.Standard, Shape.Read(), act));
            await db.SaveChangesAsync(cancellation);
            this.Notify("The webhook is there. Make its secret now: without one nothing is accepted.");
        }
        else
        {
            _hook.Describe(Title!, Shape.Read(), act);
            var again = await db.TryDeadAgainAsync(_hook.Id, act, cancellation);
            await db.SaveChangesAsync(cancellation);
            this.Notify(again == 0 ? "Saved." : $"Saved. {Say.Count(again, "event")} that could not be taken in before {(again == 1 ? "is" : "are")} tried again.");
        }

        return Redirect($"/service-levels/webhooks/{_hook.Name}");
    }
}
