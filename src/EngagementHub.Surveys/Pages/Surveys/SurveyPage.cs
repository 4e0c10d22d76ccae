using EngagementHub.Surveys.Surveys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Pages.Surveys;

/// <summary>A page about one pulse check, loaded before anything else happens. Drafts are for those who run pulse checks.</summary>
internal abstract class SurveyPage(HubDb db, SurveyDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Survey Survey { get; private set; } = null!;

    public bool MayRun { get; private set; }

    public SurveyState State => Survey.StateOn(desk.Today);

    protected HubDb Db => db;

    protected SurveyDesk Desk => desk;

    public void OnGet()
    {
        // Everything was loaded before.
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        MayRun = await desk.MayRunAsync();
        if (await db.Surveys.FirstOrDefaultAsync(s => s.Id == Id) is not { } survey || (survey.OpenedAt is null && !MayRun))
        {
            context.Result = NotFound();
            return;
        }

        Survey = survey;
        if (await LoadAsync() is { } refused)
        {
            context.Result = refused;
            return;
        }

        await next();
    }

    /// <summary>Loads what the page needs besides; gives an answer when the page is not for this person or not yet.</summary>
    protected virtual Task<IActionResult?> LoadAsync() => Task.FromResult<IActionResult?>(null);

    protected IActionResult Back(string notice)
    {
        Core.Ui.PageNotices.Notify(this, notice);
        return Redirect($"/surveys/{Id}");
    }
}
