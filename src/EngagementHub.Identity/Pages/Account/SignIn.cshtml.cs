using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace EngagementHub.Identity.Pages.Account;

internal sealed class SignInModel(HubDb db, IWebHostEnvironment environment, IEnumerable<ITellDuties> duties) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IReadOnlyList<StaffCard> Personas { get; private set; } = [];

    private ILookup<StaffId, string> Duties { get; set; } = Array.Empty<(StaffId, string)>().ToLookup(d => d.Item1, d => d.Item2);

    /// <summary>The roles and, beside them, what follows from the dates of hosting periods.</summary>
    public string DoesWhat(StaffCard persona) => string.Join("; ", persona.Roles.Select(r => r.ToLowerInvariant()).Concat(Duties[persona.Id]));

    public override async Task OnPageHandlerExecutionAsync(
        Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context, Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next)
    {
        if (!environment.IsDevelopment())
        {
            context.Result = NotFound();
            return;
        }

        Personas = [.. (await db.Staff.AsNoTracking().Where(s => s.PersonaPlace != null && s.LeftAt == null).OrderBy(s => s.PersonaPlace).ToListAsync()).Select(s => s.Card())];
        await next();
    }

    public async Task OnGetAsync()
    {
        foreach (var known in duties)
        {
            Duties = await known.DutiesAsync(HttpContext.RequestAborted);
        }
    }

    public async Task<IActionResult> OnPostAsync(string persona)
    {
        if (Personas.FirstOrDefault(p => p.UserName == persona) is not { } chosen)
        {
            throw new BrokenRuleException("Choose one of the people on this page");
        }

        var claims = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, chosen.Id.ToString())], CookieAuthenticationDefaults.AuthenticationScheme);
        await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(claims));
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");
    }
}
