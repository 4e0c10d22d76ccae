using EngagementHub.Responses.Promises;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.Responses.Pages.Promises;

internal sealed class MeasureModel(HubDb db, ScopeDesk desk, PromiseNotices notices, MakeModel.Surroundings around) : SettlersPage(db, desk, notices)
{
    [BindProperty]
    public string? Level { get; set; }

    public IEnumerable<SelectListItem> Levels { get; private set; } = [];

    protected override async Task LoadAsync() => Levels = await around.LevelsAsync();

    public void OnGet() => Level = Promise.Level?.ToString();

    public async Task<IActionResult> OnPostAsync()
    {
        Promise.MeasureBy(await around.LevelAsync(Level), Desk.Me, Desk.Now);
        return await SaveAsync(Promise.Level is null ? "A person says how this promise stands." : "When the day is over, the figure says whether this promise is kept.");
    }
}
