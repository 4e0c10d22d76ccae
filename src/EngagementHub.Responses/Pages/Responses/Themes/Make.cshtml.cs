using EngagementHub.Core.Ui;
using EngagementHub.Responses.Themes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Responses.Themes;

internal sealed class MakeModel(HubDb db, ScopeDesk desk) : SortersPage(desk)
{
    [BindProperty]
    public string? Title { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var place = await db.Themes.CountAsync(t => t.Scope == Scope.Subject);
        var theme = Theme.Make(Scope.Subject, Title, place, (Desk.Me, Desk.Now));
        await ThemeNames.RefuseTwiceAsync(db, theme);
        db.Themes.Add(theme);
        await db.SaveChangesAsync();

        this.Notify($"The theme \"{theme.Title}\" is there for sorting. Readers see it too.");
        return Redirect(BoardUrl);
    }
}
