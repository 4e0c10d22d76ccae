namespace EngagementHub.Core.Search;

/// <summary>Where things may lie: of each choice of marks one must be there.</summary>
internal sealed record Place(IReadOnlyList<IReadOnlyList<string>> Marks);

/// <summary>Writes a question in the words of a full-text index. Every word in it was made by <see cref="Words"/> or <see cref="SearchMarks"/>, so none needs escaping.</summary>
internal static class Fts5
{
    public static string Write(SearchQuery query, Place place, bool titlesOnly)
    {
        var wanted = string.Join(" AND ", query.Wanted.Select(choice => OneOf(choice.Select(Write))));
        IEnumerable<string> all = [.. query.IsEmpty ? [] : new[] { titlesOnly ? $"TitleWords : ({wanted})" : $"({wanted})" }, .. place.Marks.Select(choice => OneOf(choice.Select(m => $"\"{m}\"")))];
        var text = string.Join(" AND ", all);
        return query.Unwanted.Count == 0 ? text : $"({text}) NOT {OneOf(query.Unwanted.Select(Write))}";
    }

    private static string Write(Term term) => $"\"{term.Words}\"{(term.IsBeginning ? " *" : "")}";

    private static string OneOf(IEnumerable<string> choice) => $"({string.Join(" OR ", choice)})";
}

/// <summary>The same for PostgreSQL's tsquery.</summary>
internal static class TsQuery
{
    public static string Write(SearchQuery query, Place place, bool titlesOnly)
    {
        IEnumerable<string> all =
        [
            .. query.Wanted.Select(choice => OneOf(choice.Select(t => Write(t, titlesOnly)))),
            .. place.Marks.Select(choice => OneOf(choice.Select(m => $"'{m}'"))),
            .. query.Unwanted.Select(t => $"!({Write(t, titlesOnly: false)})"),
        ];
        return string.Join(" & ", all);
    }

    private static string Write(Term term, bool titlesOnly) => string.Join(" <-> ", term.Stems.Select((stem, i) =>
    {
        var weight = $"{(term.IsBeginning && i == term.Stems.Count - 1 ? "*" : "")}{(titlesOnly ? "A" : "")}";
        return weight.Length == 0 ? $"'{stem}'" : $"'{stem}':{weight}";
    }));

    private static string OneOf(IEnumerable<string> choice) => $"({string.Join(" | ", choice)})";
}
