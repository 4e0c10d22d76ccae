using EngagementHub.Responses.Boards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Responses.Slots;

/// <summary>Below a post: the themes of its comments so far, whether they are answered, and the digests.</summary>
public sealed class PostThemesViewComponent(IResponseScopes scopes) : ViewComponent
{
    /// <summary>Renders the slot.</summary>
    public async Task<IViewComponentResult> InvokeAsync(SubjectRef argument) =>
        await scopes.OfPostAsync(argument) is { } scope
            ? await HttpContext.RequestServices.GetRequiredService<ThemesCards>().OfAsync(scope, argument) is { IsEmpty: false } card
                ? View("~/Pages/Responses/Slots/_PostThemes.cshtml", card)
                : Content("")
            : Content("");
}

/// <summary>On a hosting period: its themes, its digests and the way to the board for those who may sort.</summary>
public sealed class PeriodThemesViewComponent(IResponseScopes scopes) : ViewComponent
{
    /// <summary>Renders the slot.</summary>
    public async Task<IViewComponentResult> InvokeAsync(SubjectRef argument)
    {
        var scope = await scopes.FindAsync(argument);
        var card = scope is null ? null : await HttpContext.RequestServices.GetRequiredService<ThemesCards>().OfAsync(scope, null);
        return card is null or { Themes.Count: 0, BoardUrl: null } ? Content("") : View("~/Pages/Responses/Slots/_PeriodThemes.cshtml", card);
    }
}

internal sealed class ThemesCards(HubDb db, ReaderThemes themes, ScopeDesk desk)
{
    public async Task<ThemesCard> OfAsync(ResponseScope scope, SubjectRef? post)
    {
        var now = desk.Now;
        var digests = await db.Digests.AsNoTracking().IgnoreAutoIncludes().Where(d => d.Scope == scope.Subject && d.PublishedAt <= now).OrderBy(d => d.PublishedAt)
            .Select(d => new { d.Title, d.Url, d.PublishedAt, d.Received, d.Post }).ToListAsync();
        var board = await desk.MaySortAsync(scope.Subject) ? BoardLink.Of(scope.Subject) : null;
        return new ThemesCard(scope, await themes.OfAsync(scope), board)
        {
            Digests = [.. digests.Select(d => new DigestLink(d.Title, d.Url!, desk.DayOf(d.PublishedAt!.Value), d.Received, post is not null && d.Post == post))],
            Promises = post is { } on ? await db.Promises.AsNoTracking().Where(p => p.MadeOn == on && p.MadeAt <= now).OrderBy(p => p.Due).ToListAsync() : [],
        };
    }
}
