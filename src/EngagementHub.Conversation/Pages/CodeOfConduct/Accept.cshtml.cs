using EngagementHub.Conversation.Codes;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace EngagementHub.Conversation.Pages.CodeOfConduct;

/// <summary>Accepting the code of conduct, apart from any comment.</summary>
internal sealed class AcceptModel(HubDb db, ICurrentStaff staff, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

    public CodeConsent Consent { get; private set; } = null!;

    public string Back => Url.IsLocalUrl(Return) ? Return! : "/code-of-conduct";

    public string Action => $"/code-of-conduct/accept?return={Uri.EscapeDataString(Back)}";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Consent = await CodeConsent.LoadAsync(db, staff.Id, clock.GetUtcNow().DayIn(hub.Value.Zone));
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Consent.GiveAsync(db, staff.Id);
        this.Notify("You have accepted the code of conduct.");
        return LocalRedirect(Back);
    }
}
