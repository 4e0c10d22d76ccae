using EngagementHub.Core.Web;
using EngagementHub.Records.Retention;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.Records.Pages.Records.Retention;

/// <summary>How long what is kept, how much would go now, and what went last.</summary>
internal sealed class IndexModel(HubDb db, RetentionBook book, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    public string Zone => hub.Value.Zone;

    public IReadOnlyList<RetainedRecord> Fixed => book.Fixed;

    public IReadOnlyList<(RetainedRecord Record, int Days, int Due)> Kinds { get; private set; } = [];

    public IReadOnlyList<RetentionRun> Runs { get; private set; } = [];

    public string TitleOf(string kind) => book.Find(kind)?.Title ?? kind;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var now = clock.GetUtcNow();
        List<(RetainedRecord, int, int)> kinds = [];
        foreach (var (record, days) in await book.ChosenAsync(HttpContext.RequestAborted))
        {
            kinds.Add((record, days, await record.CountAsync(db, now.AddDays(-days), HttpContext.RequestAborted)));
        }

        Kinds = kinds;
        Runs = await db.RetentionRuns.AsNoTracking().OrderByDescending(r => r.At).Take(20).ToListAsync();
        await next();
    }

    public void OnGet()
    {
    }
}
