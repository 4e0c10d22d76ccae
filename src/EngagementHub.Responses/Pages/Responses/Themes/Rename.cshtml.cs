using EngagementHub.Core.Ui;
using EngagementHub.Responses.Themes;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Responses.Pages.Responses.Themes;

internal sealed class RenameModel(HubDb db, ScopeDesk desk) : ThemePage(db, desk)
{
    [BindProperty]
    public string? Title { get; set; }

    public void OnGet() => Title = Theme.Title;

    public async Task<IActionResult> OnPostAsync()
    {
        Theme.Rename(Title, Desk.Me, Desk.Now);
        await ThemeNames.RefuseTwiceAsync(Db, Theme);
        await Db.SaveChangesAsync();

        this.Notify($"The theme is now called \"{Theme.Title}\", for readers too.");
        return Redirect(BoardUrl);
    }
}
