using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Responses.Slots;

/// <summary>The latest answers that were published.</summary>
public sealed class HomeAnswersViewComponent(HubDb db, TimeProvider clock) : ViewComponent
{
    private const int Shown = 3;

    /// <summary>Renders the slot.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var now = clock.GetUtcNow();
        var latest = await db.Questions.AsNoTracking().Where(q => q.Answers.Any(a => a.PublishedAt <= now))
            .OrderByDescending(q => q.Answers.Where(a => a.PublishedAt <= now).Max(a => a.PublishedAt)).Take(Shown).ToListAsync();
        var shown = HttpContext.RequestServices.GetRequiredService<ReaderQuestions>();
        return View("~/Pages/Responses/Slots/_HomeAnswers.cshtml", await shown.OfAsync(latest));
    }
}
