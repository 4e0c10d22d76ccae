using Microsoft.AspNetCore.Mvc;
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
