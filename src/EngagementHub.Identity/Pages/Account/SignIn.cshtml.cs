using EngagementHub.Identity.Provider;
using EngagementHub.Identity.Sessions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace EngagementHub.Identity.Pages.Account;

/// <summary>To the provider; in Development to a persona, where there are no passwords.</summary>
internal sealed class SignInModel(HubDb db, IWebHostEnvironment environment, IEnumerable<ITellDuties> duties, IServiceProvider services, SignedIn sessions, SessionClock clock) : ProviderPage(services)
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>"provider", to leave the personas aside.</summary>
    [BindProperty(SupportsGet = true)]
    public string? With { get; set; }

    public IReadOnlyList<StaffCard> Personas { get; private set; } = [];

    private ILookup<StaffId, string> Duties { get; set; } = Array.Empty<(StaffId, string)>().ToLookup(d => d.Item1, d => d.Item2);

    /// <summary>The roles and, beside them, what follows from the dates of hosting periods.</summary>
    public string DoesWhat(StaffCard persona) => string.Join("; ", persona.Roles.Select(r => r.ToLowerInvariant()).Concat(Duties[persona.Id]));

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (environment.IsDevelopment())
        {
            Personas = [.. (await db.Staff.AsNoTracking().Where(s => s.PersonaPlace != null && s.LeftAt == null).OrderBy(s => s.PersonaPlace).ToListAsync()).Select(s => s.Card())];
        }
        else if (HttpContext.Request.Method != "GET" || !HasProvider)
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    public async Task<IActionResult> OnGetAsync()
    {
        if (HasProvider && (!environment.IsDevelopment() || With == "provider"))
        {
            return await LeaveAsync(ReturnUrl, again: false);
        }

        foreach (var known in duties)
        {
            Duties = await known.DutiesAsync(HttpContext.RequestAborted);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string persona)
    {
        if (Personas.FirstOrDefault(p => p.UserName == persona) is not { } chosen)
        {
            throw new BrokenRuleException("Choose one of the people on this page");
        }

        await sessions.BeginAsync(chosen.Id, new Proof(clock.Now), HttpContext.RequestAborted);
        return LocalRedirect(LocalAddress.OrHome(ReturnUrl));
    }
}
