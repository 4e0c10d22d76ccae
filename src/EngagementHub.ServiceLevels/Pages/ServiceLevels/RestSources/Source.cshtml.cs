using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Sources.Rest;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.RestSources;

/// <summary>A connected system: how it stands, and what can be done when something is wrong.</summary>
internal sealed class SourceModel(HubDb db, RestDesk desk, ICurrentStaff current, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    public RestSource Source { get; private set; } = null!;

    public string Zone { get; } = hub.Value.Zone;

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    private Act Act => new(current.Id, clock.GetUtcNow());

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var name = (string)RouteData.Values["name"]!;
        if (await db.RestSources.FirstOrDefaultAsync(known => known.Name == name) is not { } source)
        {
            context.Result = NotFound();
            return;
        }

        Source = source;
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostTestAsync(CancellationToken cancellation)
    {
        var page = await AskAsync(() => desk.TestAsync(Source, cancellation));
        return Done($"{Source.Title} answers: {Say.Count(page.Tickets.Count, "ticket")} understood and {page.Refused.Count} not, of the first page. Nothing was taken in.");
    }

    public async Task<IActionResult> OnPostNowAsync(CancellationToken cancellation)
    {
        await desk.ReadNextAsync(Source, cancellation);
        return Done(Source.Trouble.Length == 0 ? "Asked: a page was read." : $"{Source.Trouble}. {Source.Cure}.");
    }

    public async Task<IActionResult> OnPostPauseAsync(CancellationToken cancellation)
    {
        Source.Pause(Act);
        await db.SaveChangesAsync(cancellation);
        return Done($"{Source.Title} is not asked until it is resumed.");
    }

    public async Task<IActionResult> OnPostResumeAsync(CancellationToken cancellation)
    {
        Source.Resume(Act);
        await db.SaveChangesAsync(cancellation);
        return Done($"{Source.Title} is asked again.");
    }

    public async Task<IActionResult> OnPostOneAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Number))
        {
            throw new BrokenRuleException("Enter the ticket's number", nameof(Number));
        }

        return Source.Rules.OneQuery.Length == 0 ? throw new BrokenRuleException("The system has no way to ask for one ticket: change how it is read", nameof(Number))
            : Done(await AskAsync(() => desk.ReadOneAsync(Source, Number.Trim(), cancellation), nameof(Number)));
    }

    public async Task<IActionResult> OnPostFromAsync(CancellationToken cancellation)
    {
        if (From is not { } day || day.Year < 1990 || day > clock.GetUtcNow().DayIn(Zone))
        {
            throw new BrokenRuleException("Enter a day from 1990 to today", nameof(From));
        }

        Source.ReadAgainFrom(day.ToDateTime(default, DateTimeKind.Utc), Act);
        await db.SaveChangesAsync(cancellation);
        return Done($"{Source.Title} is read again from {Say.ShortDay(day)}.");
    }

    private static async Task<T> AskAsync<T>(Func<Task<T>> ask, string? field = null)
    {
        try
        {
            return await ask();
        }
        catch (ServiceTroubleException trouble)
        {
            throw new BrokenRuleException($"{trouble.Message}. {trouble.Cure}", field);
        }
    }

    private RedirectResult Done(string sentence)
    {
        this.Notify(sentence);
        return Redirect($"/service-levels/rest-sources/{Source.Name}");
    }
}
