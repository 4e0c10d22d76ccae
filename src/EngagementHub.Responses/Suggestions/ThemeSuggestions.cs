namespace EngagementHub.Responses.Suggestions;

/// <summary>Groups of comments that seem to be about one thing, for a person to look at. Nothing is sorted by it; the same comments always give the same groups.</summary>
internal sealed record ThemeSuggestions(IReadOnlyList<SuggestedTheme> Themes, int LeftOver)
{
    public const int FewestComments = 6;
    public const int MostThemes = 12;
    public const int FewestInATheme = 2;

    // Below this likeness to its group a comment is left over. Measured on our own labelled comments and on Debian's descriptions: of what is above it half and three
    // quarters fit their group, of all only a third and a half do, and a suggestion that is mostly wrong is not looked at twice.
    private const double ClearLikeness = 0.35;

    /// <summary>How many groups to look for when nobody says: few enough to read, more with more comments.</summary>
    public static int Usual(int comments) => Math.Clamp((int)Math.Round(Math.Sqrt(comments / 4.0)), 2, MostThemes);

    /// <summary>Groups the comments by their words.</summary>
    /// <param name="comments">Each comment and its plain text.</param>
    /// <param name="groups">How many groups to look for.</param>
    public static ThemeSuggestions Of(IReadOnlyList<(Guid Comment, string Text)> comments, int groups)
    {
        if (comments.Count < FewestComments)
        {
            return new ThemeSuggestions([], comments.Count);
        }

        // Sorted by identity first, so that the order in which they were read changes nothing.
        List<(Guid Comment, string Text)> inOrder = [.. comments.OrderBy(c => c.Comment)];
        List<IReadOnlyList<Word>> texts = [.. inOrder.Select(c => Vocabulary.Of(c.Text))];
        var placed = Place(texts, Math.Clamp(groups, 2, MostThemes));
        var themes = placed.Select(p => SuggestedTheme.Of(p, inOrder, texts)).Where(t => t.Comments.Count >= FewestInATheme && t.Words.Count > 0)
            .OrderByDescending(t => t.Comments.Count).ThenBy(t => t.Label, StringComparer.Ordinal).ToList();
        return new ThemeSuggestions(themes, comments.Count - themes.Sum(t => t.Comments.Count));
    }

    /// <summary>The group of each text; -1 for one that shares no word with any other.</summary>
    public static int[] GroupsOf(IReadOnlyList<string> texts, int groups) =>
        Group([.. texts.Select(Vocabulary.Of)], groups).Groups;

    private static IEnumerable<Group> Place(List<IReadOnlyList<Word>> texts, int groups)
    {
        var (weights, factors, group) = Group(texts, groups);
        var own = Weights.Of(texts);
        return Enumerable.Range(0, weights.Words.Count == 0 ? 0 : groups).Select(g => new Group(
            [.. own.LikenessToTheirMiddle([.. group.Index().Where(t => t.Item == g).Select(t => t.Index)]).Where(t => t.Likeness >= ClearLikeness)
                .OrderByDescending(t => t.Likeness).ThenBy(t => t.Text).Select(t => t.Text)],
            [.. Enumerable.Range(0, weights.Words.Count).Select(w => (Word: weights.Words[w], Weight: factors.Stands(w, g))).Where(w => w.Weight > 0)
                .OrderByDescending(w => w.Weight).ThenBy(w => w.Word, StringComparer.Ordinal).Select(w => w.Word).Take(12)]));
    }

    private static (Weights Weights, Factors Factors, int[] Groups) Group(List<IReadOnlyList<Word>> texts, int groups)
    {
        var weights = Weights.Of(texts);
        weights = weights.WidenedBy(Neighbours.Find(weights));
        var factors = Factors.Of(weights, groups);
        return (weights, factors, [.. Enumerable.Range(0, texts.Count).Select(t => weights.Columns[t].Length == 0 ? -1 : factors.GroupOf(t))]);
    }
}

/// <summary>A group as it was found.</summary>
/// <param name="Texts">Its texts, the clearest first.</param>
/// <param name="Stems">What tells it from the other groups, the strongest first.</param>
internal sealed record Group(IReadOnlyList<int> Texts, IReadOnlyList<string> Stems);

/// <summary>A theme somebody might make.</summary>
/// <param name="Label">A name from the comments' own words.</param>
/// <param name="Words">The words these comments have in common, and how many of them use each. Every comment uses one of them at least: what cannot be shown is not suggested.</param>
/// <param name="Comments">The comments, the clearest first.</param>
internal sealed record SuggestedTheme(string Label, IReadOnlyList<(string Word, int Comments)> Words, IReadOnlyList<Guid> Comments)
{
    private const int MostWords = 6;
    private const int WordsInALabel = 3;

    public static SuggestedTheme Of(Group group, IReadOnlyList<(Guid Comment, string Text)> comments, IReadOnlyList<IReadOnlyList<Word>> texts)
    {
        var uses = Uses(group.Texts, texts);
        List<string> common = [.. group.Stems.Where(s => uses[s].Count() >= ThemeSuggestions.FewestInATheme).Take(MostWords)];
        List<int> members = [.. group.Texts.Where(t => texts[t].Any(w => common.Contains(w.Stem)))];
        uses = Uses(members, texts);
        List<(string Word, int Comments)> words = [.. common.Select(s => (AsWritten(uses[s]), uses[s].Count()))];
        var label = string.Join(", ", words.Take(WordsInALabel).Select(w => w.Word));
        return new SuggestedTheme(label.Length == 0 ? "" : char.ToUpperInvariant(label[0]) + label[1..], words, [.. members.Select(t => comments[t].Comment)]);
    }

    private static ILookup<string, string> Uses(IEnumerable<int> members, IReadOnlyList<IReadOnlyList<Word>> texts) =>
        members.SelectMany(t => texts[t].DistinctBy(w => w.Stem)).ToLookup(w => w.Stem, w => w.Written, StringComparer.Ordinal);

    private static string AsWritten(IEnumerable<string> forms) =>
        forms.CountBy(f => f).OrderByDescending(f => f.Value).ThenBy(f => f.Key.Length).ThenBy(f => f.Key, StringComparer.Ordinal).First().Key;
}
