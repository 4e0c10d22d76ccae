using EngagementHub.Core.Ui;
using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Signing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Methods;

internal sealed class MethodModel(HubDb db, Scoreboard scoreboard, MonthReader months, ICurrentStaff current, TimeProvider clock) : PageModel
{
    private IReadOnlyList<MethodSignature> _signatures = [];

    public Service Service { get; private set; } = null!;

    public LevelReport Report { get; private set; } = null!;

    public IReadOnlyList<FrozenRules> Steps { get; private set; } = [];

    public bool MayAgree { get; private set; }

    [BindProperty]
    public string? From { get; set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (slug, name) = ((string?)RouteData.Values["slug"], (string?)RouteData.Values["level"]);
        var service = await db.Services.AsNoTracking().FirstOrDefaultAsync(known => known.Slug == slug);
        var report = service is null ? null : (await scoreboard.OfAsync(service, HttpContext.RequestAborted)).FirstOrDefault(report => report.Level.Slug == name);
        if (report is null)
        {
            context.Result = NotFound();
            return;
        }

        (Service, Report, Steps) = (service!, report, await months.MethodsAsync(report.Level, HttpContext.RequestAborted));
        _signatures = await db.MethodSignatures.AsNoTracking().Where(signature => signature.LevelId == report.Level.Id).OrderBy(signature => signature.At).ToListAsync();
        MayAgree = Service.Owner != current.IdOrNone && await current.MayAsync(ServiceLevelsModule.CounterSign);
        await next();
    }

    public static string FirstDay(FrozenRules step) => step.From.ToString("yyyy-MM-dd", Say.English);

    public MethodSignature? Signature(FrozenRules step) => _signatures.FirstOrDefault(signature => signature.Covers(step));

    /// <summary>A signature to an earlier way of counting the same step, which no longer counts.</summary>
    public MethodSignature? Outdated(FrozenRules step) => Signature(step) is null ? _signatures.LastOrDefault(signature => signature.From == step.From) : null;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayAgree)
        {
            return Forbid();
        }

        var step = Steps.FirstOrDefault(step => FirstDay(step) == From) ?? throw new BrokenRuleException("Choose the step whose way of counting you counter-sign");
        if (Signature(step) is null)
        {
            db.MethodSignatures.Add(MethodSignature.Sign(Service, Report.Level, step, Signing.Signature.Of((await current.CardAsync())!, clock.GetUtcNow())));
            await db.SaveChangesAsync();
        }

        this.Notify($"You have counter-signed how \"{step.Step.InWords(step.Measure)}\" is counted. Everyone sees it with your name.");
        return Redirect($"{Report.Url}/{Report.Level.Slug}/method");
    }
}
