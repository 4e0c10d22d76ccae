using EngagementHub.Responses.Corrections;
using EngagementHub.Responses.Promises;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Responses.Slots;

/// <summary>What people ask: the themes of the newest conversation that has any.</summary>
public sealed class HomeThemesViewComponent(HubDb db, IResponseScopes scopes) : ViewComponent
{
    /// <summary>Renders the slot.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var sorted = await db.Themes.Where(t => t.MergedInto == null).Select(t => t.Scope).Distinct().ToListAsync();
        var newest = (await scopes.AllAsync()).FirstOrDefault(s => sorted.Contains(s.Subject));
        var themes = newest is null ? [] : await HttpContext.RequestServices.GetRequiredService<ReaderThemes>().OfAsync(newest);
        return View("~/Pages/Responses/Slots/_HomeThemes.cshtml", new ThemesCard(newest, themes));
    }
}

internal sealed record ThemesCard(ResponseScope? Scope, IReadOnlyList<ReaderTheme> Themes, string? BoardUrl = null)
{
    public IReadOnlyList<DigestLink> Digests { get; init; } = [];

    /// <summary>What was put right in this digest and its answers since.</summary>
    public IReadOnlyList<CorrectionLine> Corrections { get; init; } = [];

    /// <summary>Where those who sort put a digest right.</summary>
    public string? CorrectUrl { get; init; }

    /// <summary>The promises made in the post itself.</summary>
    public IReadOnlyList<Promise> Promises { get; init; } = [];

    public bool IsEmpty => Themes.Count == 0 && Promises.Count == 0 && Corrections.Count == 0 && CorrectUrl is null;
}

internal sealed record DigestLink(string Title, string Url, DateOnly Day, int Received, bool IsThisPost);
