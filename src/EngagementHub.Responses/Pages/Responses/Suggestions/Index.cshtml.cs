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

    /// <summary><c>all</c> compares every published comment, also those a person has sorted; otherwise only those still to sort.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    public Board Board { get; private set; } = null!;

    public bool IsOfAll => Of == "all";

    public IReadOnlyList<PlacedComment> Compared { get; private set; } = [];

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

    public string Query => $"groups={Groups}{(IsOfAll ? "&of=all" : "")}";

    public IEnumerable<PlacedComment> Clearest(SuggestedTheme theme) => In(theme).Take(Examples);

    /// <summary>The address of a group: that of its clearest comment, which stays there when others come.</summary>
    public string LinkTo(SuggestedTheme theme) => $"{BoardUrl}/suggestions/{theme.Comments[0]}?{Query}";

    protected IEnumerable<PlacedComment> In(SuggestedTheme theme)
    {
        var byId = Board.Comments.ToDictionary(c => c.Comment.Id);
        return theme.Comments.Select(c => byId[c]);
    }

    protected override async Task<bool> LoadAsync()
    {
        Board = await boards.WithWordsAsync(Scope);
        Compared = [.. Board.Comments.Where(c => c.Comment.Standing == Conversation.CommentStanding.Published && (IsOfAll || c.Disposition is null))];
        if (Groups is < 2 or > ThemeSuggestions.MostThemes)
        {
            ModelState.AddModelError(nameof(Groups), $"Enter a number from 2 to {ThemeSuggestions.MostThemes}");
        }

        Groups = ModelState.IsValid ? Groups ?? ThemeSuggestions.Usual(Compared.Count) : ThemeSuggestions.Usual(Compared.Count);
        Suggestions = ThemeSuggestions.Of([.. Compared.Select(c => (c.Comment.Id, c.Comment.Text))], Groups.Value);
        return true;
    }
}
