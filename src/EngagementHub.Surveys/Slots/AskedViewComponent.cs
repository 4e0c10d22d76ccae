using EngagementHub.Surveys.Surveys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Surveys.Slots;

/// <summary>On the home page: the pulse checks that are open, the same for every reader. Whether one asks the reader is said on its own page, so that all can share this one.</summary>
public sealed class AskedViewComponent(HubDb db) : ViewComponent
{
    /// <summary>Renders the slot; nothing when none is open.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var today = HttpContext.RequestServices.GetRequiredService<SurveyDesk>().Today;
        var open = await db.Surveys.AsNoTracking().Where(s => s.OpenedAt != null && s.ClosedAt == null && s.FirstDay <= today && s.LastDay >= today).OrderBy(s => s.LastDay).ThenBy(s => s.Title).ToListAsync();
        return open.Count > 0 ? View("~/Pages/Surveys/_Open.cshtml", open) : Content("");
    }

    /// <summary>What the person can answer today and has not.</summary>
    internal static async Task<IReadOnlyList<Survey>> OpenTo(HubDb db, StaffId who, DateOnly today)
    {
        var places = db.Places;
        return await db.Surveys.AsNoTracking().Where(s => s.OpenedAt != null && s.ClosedAt == null && s.FirstDay <= today && s.LastDay >= today && places.Any(p => p.SurveyId == s.Id && p.Who == who && !p.HasAnswered))
            .OrderBy(s => s.LastDay).ThenBy(s => s.Title).ToListAsync();
    }
}
