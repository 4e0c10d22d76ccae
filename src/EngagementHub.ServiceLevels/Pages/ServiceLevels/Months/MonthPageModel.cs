using System.Globalization;
using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Signing;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Months;

/// <summary>A page about one month of a service level: what was signed of it, and what is known now.</summary>
internal abstract class MonthPageModel(HubDb db, Published published, MonthReader months) : PageModel
{
    public Service Service { get; private set; } = null!;

    public LevelReport Report { get; private set; } = null!;

    public DateOnly Month { get; private set; }

    /// <summary>Every revision, the latest first.</summary>
    public IReadOnlyList<SignedMonth> Revisions { get; private set; } = [];

    public SignedMonth? Signed => Revisions.Count > 0 ? Revisions[0] : null;

    public string Here => SignedMonths.Url(Service.Slug, Report.Level.Slug, Month);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await FindAsync(HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }

        if (!await LetsAsync())
        {
            context.Result = Forbid();
            return;
        }

        await next();
    }

    /// <summary>Whether the person may be here; what the page needs is loaded with it.</summary>
    protected virtual Task<bool> LetsAsync() => Task.FromResult(true);

    protected Task<MonthInHand> NowAsync() => months.ReadAsync(Report, Month, HttpContext.RequestAborted);

    protected Task<MonthInHand> GlanceAsync() => months.GlanceAsync(Report, Month, HttpContext.RequestAborted);

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        var (slug, name, month) = ((string?)RouteData.Values["slug"], (string?)RouteData.Values["level"], SignedMonths.MonthOf((string?)RouteData.Values["month"]));
        var service = month is null ? null : await db.Services.AsNoTracking().FirstOrDefaultAsync(known => known.Slug == slug, cancellation);
        var report = service is null ? null : (await published.OfAsync(service, cancellation)).FirstOrDefault(report => report.Level.Slug == name);
        if (report is null)
        {
            return false;
        }

        (Service, Report, Month) = (service!, report, month!.Value);
        var until = published.Until;
        Revisions = await db.SignedMonths.Where(signed => signed.LevelId == report.Level.Id && signed.Month == Month && (until == null || signed.At <= until)).OrderByDescending(signed => signed.Revision).ToListAsync(cancellation);
        return Revisions.Count > 0 || report.Months.Any(known => known.Month == Month && known.N > 0);
    }
}

/// <summary>Where signed months stand.</summary>
internal static class SignedMonths
{
    public static string Url(string service, string level, DateOnly month) => $"/service-levels/{service}/{level}/months/{month.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";

    public static DateOnly? MonthOf(string? text) =>
        DateOnly.TryParseExact($"{text}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
