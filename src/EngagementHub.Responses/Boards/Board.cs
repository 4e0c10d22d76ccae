using EngagementHub.Conversation;
using EngagementHub.Responses.Themes;

namespace EngagementHub.Responses.Boards;

/// <summary>All comments received in a scope, each in exactly one place.</summary>
internal sealed class Board
{
    private readonly Dictionary<Guid, PlacedComment> _byId;
    private readonly Lazy<Dictionary<Guid, int>> _order;
    private readonly Lazy<HashSet<Guid>> _shown;
    private readonly Dictionary<Guid, (int Counted, int In)> _counts = [];
    private readonly Dictionary<Disposition, int> _aside = [];

    private Board(IReadOnlyList<Theme> themes, IReadOnlyList<PlacedComment> comments)
    {
        (Themes, Comments, _byId) = (themes, comments, comments.ToDictionary(c => c.Comment.Id));
        _order = new(() => comments.Index().ToDictionary(c => c.Item.Comment.Id, c => c.Index));
        _shown = new(Shown);
        foreach (var comment in comments)
        {
            Count(comment);
        }
    }

    public IReadOnlyList<Theme> Themes { get; }

    public IReadOnlyList<PlacedComment> Comments { get; }

    public IReadOnlyList<PlacedComment> ToSort => [.. Comments.Where(c => c.Disposition is null)];

    public bool IsSorted => Comments.All(c => c.Disposition is not null);

    public int ReadByAPerson => Comments.Count(c => c.WasRead);

    public IReadOnlyList<PlacedComment> SincePublication => [.. Comments.Where(c => c.IsNew)];

    public Sum Sum => new([.. Themes.Select(t => new SumLine(t.Title, CountedIn(t.Id))), .. AsideLines(), new("Still to sort", ToSort.Count)], Comments.Count);

    /// <param name="themes">The scope's themes.</param>
    /// <param name="received">Everything that was received in the scope.</param>
    /// <param name="sortings">What those who sort decided.</param>
    /// <param name="digested">The comments the last digest accounted for; nothing when none was published.</param>
    /// <param name="read">The comments somebody marked as read.</param>
    public static Board Of(IEnumerable<Theme> themes, IEnumerable<ReceivedComment> received, IEnumerable<Sorting> sortings, IReadOnlySet<Guid>? digested = null, IReadOnlySet<Guid>? read = null)
    {
        var decided = sortings.ToDictionary(s => s.Comment);
        return new Board(
            [.. themes.OrderBy(t => t.Place).ThenBy(t => t.MadeAt)],
            [.. received.DistinctBy(c => c.Id).Select(c => PlacedComment.Of(c, decided.GetValueOrDefault(c.Id), digested?.Contains(c.Id) == false, read?.Contains(c.Id) == true))]);
    }

    public PlacedComment? Find(Guid comment) => _byId.GetValueOrDefault(comment);

    /// <summary>Whether it was received after the other.</summary>
    public bool IsBehind(PlacedComment placed, Guid other) => _order.Value.TryGetValue(other, out var place) && _order.Value[placed.Comment.Id] > place;

    /// <summary>The board of those comments only, as it stood before others arrived.</summary>
    public Board Only(Func<PlacedComment, bool> isSeen) => new(Themes, [.. Comments.Where(isSeen)]);

    /// <summary>All comments that carry the theme, also those counted under another.</summary>
    public IReadOnlyList<PlacedComment> In(Guid theme) => [.. Comments.Where(c => c.Themes.Contains(theme))];

    /// <summary>Those counted here: each comment once, under its first theme.</summary>
    public int CountedIn(Guid theme) => _counts.GetValueOrDefault(theme).Counted;

    /// <summary>How many carry the theme, also those counted under another.</summary>
    public int NumberIn(Guid theme) => _counts.GetValueOrDefault(theme).In;

    public int CountOf(Disposition disposition) => _aside.GetValueOrDefault(disposition);

    /// <summary>The sum as readers may see it: small themes stand together with what was not a question, so that no small count points at a person.</summary>
    public Sum SumForReaders()
    {
        var counts = Themes.Select(t => (Theme: t, Count: CountedIn(t.Id), Shown: ShowsCount(t.Id))).ToList();
        var small = counts.Where(c => !c.Shown).Sum(c => c.Count);
        IReadOnlyList<SumLine> rest = [.. AsideLines(), new("Still to sort", ToSort.Count)];
        return new Sum([.. counts.Where(c => c.Shown).Select(c => new SumLine(c.Theme.Title, c.Count)), .. small == 0 ? rest : Folded(small, rest)], Comments.Count);
    }

    /// <summary>Whether readers see how many comments a theme has: neither its own count nor what is left outside all that are shown points at a person.</summary>
    public bool ShowsCount(Guid theme) => _shown.Value.Contains(theme);

    private void Count(PlacedComment placed)
    {
        foreach (var theme in placed.Themes)
        {
            var (counted, all) = _counts.GetValueOrDefault(theme);
            _counts[theme] = (counted + (placed.CountedUnder == theme ? 1 : 0), all + 1);
        }

        if (placed.Disposition is { } disposition)
        {
            _aside[disposition] = CountOf(disposition) + 1;
        }
    }

    // Who takes the shown counts away from the sum is left with the small themes and what is in none. Where even that is too few, the smallest shown theme stays without its count too.
    private HashSet<Guid> Shown()
    {
        var shown = Themes.Where(t => NumberIn(t.Id) >= Theme.FewestToCount && CountedIn(t.Id) is 0 or >= Theme.FewestToCount).Select(t => t.Id).ToHashSet();
        while (Themes.Any(t => CountedIn(t.Id) > 0 && !shown.Contains(t.Id)) && Comments.Count - shown.Sum(CountedIn) < Theme.FewestToCount
            && Themes.Where(t => shown.Contains(t.Id) && CountedIn(t.Id) > 0).MinBy(t => CountedIn(t.Id)) is { } smallest)
        {
            shown.Remove(smallest.Id);
        }

        return shown;
    }

    // Takes in one line after the other until the sum points at nobody.
    private static IEnumerable<SumLine> Folded(int small, IReadOnlyList<SumLine> rest)
    {
        var (together, taken) = (small + rest[0].Count, 1);
        while (together < Theme.FewestToCount && taken < rest.Count)
        {
            together += rest[taken++].Count;
        }

        return [new SumLine("Smaller themes and other comments", together), .. rest.Skip(taken)];
    }

    private IReadOnlyList<SumLine> AsideLines() =>
    [
        new("Not a question", CountOf(Disposition.NotAQuestion)),
        new("Personal, redirected", CountOf(Disposition.Redirected)),
        new("Outstanding", CountOf(Disposition.Outstanding)),
        new("Declined by a moderator", CountOf(Disposition.Declined)),
        new("Withdrawn by the author", CountOf(Disposition.Withdrawn)),
        new("With a moderator", CountOf(Disposition.WithModerator)),
    ];
}
