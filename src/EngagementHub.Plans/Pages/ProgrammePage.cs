using EngagementHub.Core.Ui;
using EngagementHub.Plans.Benefits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Plans.Pages;

/// <summary>A page about one programme: for readers, and for changes for whoever answers for it.</summary>
internal abstract class ProgrammePage(HubDb db, PlansDesk desk, ProgrammeReader reader) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Slug { get; set; }

    public Programme Programme { get; private set; } = null!;

    public ProgrammeView View { get; private set; } = null!;

    public string Here => $"/benefits/{Programme.Slug}";

    public DateOnly Today => desk.Today;

    protected HubDb Db => db;

    protected PlansDesk Desk => desk;

    protected ProgrammeReader Reader => reader;

    public async Task<bool> RunsAsync() => User.Identity?.IsAuthenticated == true && (Programme.Owner == desk.Me || await desk.MayWriteAsync());

    protected virtual Task<bool> IsAllowedAsync() => RunsAsync();

    /// <summary>Reads what the page shows besides the programme; false when there is no such thing.</summary>
    protected virtual Task<bool> LoadAsync() => Task.FromResult(true);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await reader.FindAsync(Slug ?? "") is not { } programme)
        {
            context.Result = NotFound();
            return;
        }

        (Programme, View) = (programme, await reader.ReadAsync(programme));
        if (!await LoadAsync())
        {
            context.Result = NotFound();
            return;
        }

        if (!await IsAllowedAsync())
        {
            context.Result = Forbid();
            return;
        }

        await next();
    }

    protected async Task<IActionResult> SaveAsync(string notice, string? url = null)
    {
        await db.SaveChangesAsync();
        this.Notify(notice);
        return Redirect(url ?? Here);
    }
}
