using EngagementHub.Core.Ui;
using EngagementHub.Responses.Themes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Responses.Themes;

internal sealed class ReorderModel(HubDb db, ScopeDesk desk) : ThemePage(db, desk)
{
    private List<Theme> _all = [];

    /// <summary>The theme it stands behind; nothing for the first place.</summary>
    [BindProperty]
    public Guid? After { get; set; }

    private IEnumerable<Theme> Others => _all.Where(t => t.Id != Id);

    public IEnumerable<SelectListItem> Places => [new("first", ""), .. Others.Select(t => new SelectListItem($"after “{t.Title}”", t.Id.ToString()))];

    public void OnGet() => After = _all.TakeWhile(t => t.Id != Id).LastOrDefault()?.Id;

    public async Task<IActionResult> OnPostAsync()
    {
        List<Theme> order = [.. Others];
        order.Insert(order.FindIndex(t => t.Id == After) + 1, Theme);
        foreach (var (place, theme) in order.Index())
        {
            theme.StandAt(place, Desk.Me, Desk.Now);
        }

        await Db.SaveChangesAsync();

        this.Notify($"“{Theme.Title}” stands at place {order.IndexOf(Theme) + 1} of {order.Count}, for readers too.");
        return Redirect(BoardUrl);
    }

    protected override async Task<bool> LoadAsync()
    {
        var scope = Scope.Subject;
        _all = await Db.Themes.Where(t => t.Scope == scope && t.MergedInto == null).OrderBy(t => t.Place).ThenBy(t => t.MadeAt).ToListAsync();
        return true;
    }
}
