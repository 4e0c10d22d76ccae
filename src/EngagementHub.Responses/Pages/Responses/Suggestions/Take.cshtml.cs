using EngagementHub.Core.Ui;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Suggestions;
using EngagementHub.Responses.Themes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Responses.Suggestions;

/// <summary>One group: a person reads it, takes out what does not belong, and makes a theme of the rest.</summary>
internal sealed class TakeModel(HubDb db, ScopeDesk desk, BoardShelf boards, Sorter sorter) : IndexModel(desk, boards)
{
    [BindProperty(SupportsGet = true)]
    public Guid Comment { get; set; }

    [BindProperty]
    public List<string>? Comments { get; set; }

    [BindProperty]
    public Guid? To { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    public SuggestedTheme Suggested { get; private set; } = null!;

    public IEnumerable<Choice> Choices => In(Suggested).Select(c => new Choice(Seen(c), c.Comment.Name, c.Comment.Text));

    public IEnumerable<SelectListItem> Themes => Board.Themes.Select(t => new SelectListItem(t.Title, t.Id.ToString()));

    public void OnGet() => (Comments, Title) = ([.. In(Suggested).Select(Seen)], "");

    public async Task<IActionResult> OnPostAsync()
    {
        await using var all = await db.Database.BeginTransactionAsync(HttpContext.RequestAborted);
        var rules = new BrokenRules();
        var theme = await rules.KeepAsync(ThemeAsync);
        var chosen = rules.Keep(() => SeenComment.ParseAll(Comments));
        rules.Refuse();
        await sorter.SortAsync(Board, Scope.Subject, chosen, (sorting, themes) => sorting.Into([themes.Single(t => t.Id == theme)], Desk.Me, Desk.Now));
        await all.CommitAsync(HttpContext.RequestAborted);

        this.Notify($"{Core.Time.Say.Count(chosen.Count, "comment")} sorted. Readers see the theme and its count.");
        return Redirect($"{BoardUrl}/suggestions?{Query}");
    }

    protected override async Task<bool> LoadAsync()
    {
        await base.LoadAsync();
        if (Suggestions.Themes.FirstOrDefault(t => t.Comments.Contains(Comment)) is not { } suggested)
        {
            return false;
        }

        Suggested = suggested;
        return true;
    }

    private static string Seen(PlacedComment placed) => new SeenComment(placed.Comment.Id, placed.SortingVersion).ToString();

    private async Task<Guid> ThemeAsync()
    {
        if (To is { } existing)
        {
            return Board.Themes.Any(t => t.Id == existing) ? existing : throw new BrokenRuleException("Choose a theme of these comments", nameof(To));
        }

        var theme = Theme.Make(Scope.Subject, Title, Board.Themes.Count, (Desk.Me, Desk.Now));
        await ThemeNames.RefuseTwiceAsync(db, theme);
        db.Themes.Add(theme);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        return theme.Id;
    }
}
