using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Suggestions;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Responses.Pages.Responses.Suggestions;

/// <summary>Groups that a person might make themes of.</summary>
internal class IndexModel(ScopeDesk desk, BoardShelf boards) : SortersPage(desk)
{
    private const int Examples = 3;
    private const int LongestExcerpt = 160;

    [BindProperty(SupportsGet = true)]
    public int? Groups { get; set; }

    public Board Board { get; private set; } = null!;

    public IReadOnlyList<PlacedComment> ToSort => [.. Board.ToSort.Where(c => c.Comment.Standing == Conversation.CommentStanding.Published)];

    public ThemeSuggestions Suggestions { get; private set; } = new([], 0);

    public string Excerpt(string text)
    {
        if (text.Length <= LongestExcerpt)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', LongestExcerpt);
        return text[..(space > 0 ? space : LongestExcerpt)] + " …";
    }

    public IEnumerable<PlacedComment> Clearest(SuggestedTheme theme) => In(theme).Take(Examples);

    /// <summary>The address of a group: that of its clearest comment, which stays there when others come.</summary>
    public string LinkTo(SuggestedTheme theme) => $"{BoardUrl}/suggestions/{theme.Comments[0]}?groups={Groups}";

    protected IEnumerable<PlacedComment> In(SuggestedTheme theme)
    {
        var byId = Board.Comments.ToDictionary(c => c.Comment.Id);
        return theme.Comments.Select(c => byId[c]);
    }

    protected override async Task<bool> LoadAsync()
    {
        Board = await boards.OfAsync(Scope);
        var toSort = ToSort;
        if (Groups is < 2 or > ThemeSuggestions.MostThemes)
        {
            ModelState.AddModelError(nameof(Groups), $"Enter a number from 2 to {ThemeSuggestions.MostThemes}");
        }

        Groups = ModelState.IsValid ? Groups ?? ThemeSuggestions.Usual(toSort.Count) : ThemeSuggestions.Usual(toSort.Count);
        Suggestions = ThemeSuggestions.Of([.. toSort.Select(c => (c.Comment.Id, c.Comment.Text))], Groups.Value);
        return true;
    }
}
