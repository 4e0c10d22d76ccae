using EngagementHub.Responses.Boards;
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
        var all = await scopes.AllAsync();
        var newest = all.FirstOrDefault(s => sorted.Contains(s.Subject));
        var boards = HttpContext.RequestServices.GetRequiredService<BoardList>();
        var themes = newest is null ? [] : await HttpContext.RequestServices.GetRequiredService<ReaderThemes>().OfAsync(newest);
        return View("~/Pages/Responses/Slots/_HomeThemes.cshtml", new ThemesCard(newest, themes) { ToSort = await boards.ToSortAtHomeAsync(all, HttpContext.RequestAborted) });
    }
}

internal sealed record ThemesCard(ResponseScope? Scope, IReadOnlyList<ReaderTheme> Themes, string? BoardUrl = null)
{
    /// <summary>On the home page the first few say what people ask; the rest is a step away.</summary>
    public const int ShownAtHome = 3;

    /// <summary>How many comments the person who looks has still to sort; nothing for everybody who has no board.</summary>
    public int? ToSort { get; init; }

    public IReadOnlyList<DigestLink> Digests { get; init; } = [];

    /// <summary>What was put right in this digest and its answers since.</summary>
    public IReadOnlyList<CorrectionLine> Corrections { get; init; } = [];

    /// <summary>Where those who sort put a digest right.</summary>
    public string? CorrectUrl { get; init; }

    /// <summary>The promises made in the post itself, with how they stand and the day they are due.</summary>
    public IReadOnlyList<(Promise Promise, PromiseStanding Standing, DateOnly Due)> Promises { get; init; } = [];

    public bool IsEmpty => Themes.Count == 0 && Promises.Count == 0 && Corrections.Count == 0 && CorrectUrl is null && BoardUrl is null;
}

internal sealed record DigestLink(string Title, string Url, DateOnly Day, int Received, bool IsThisPost);
