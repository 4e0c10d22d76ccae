namespace EngagementHub.Core.Search;

/// <summary>Where things may lie: of each choice of marks one must be there.</summary>
internal sealed record Place(IReadOnlyList<IReadOnlyList<string>> Marks)
{
    /// <summary>Keys grow with the day, so a year is a stretch of them: nothing outside it is read.</summary>
    public (long First, long Last) Keys { get; init; } = (0, long.MaxValue);
}

/// <summary>Writes a question in the words of a full-text index. Every word in it was made by <see cref="Words"/> or <see cref="SearchMarks"/>, so none needs escaping.</summary>
internal static class Fts5
{
    public static string Write(SearchQuery query, Place place)
    {
        IEnumerable<IEnumerable<string>> all = [.. query.Wanted.Select(choice => choice.Select(Write)), .. place.Marks.Select(choice => choice.Select(m => $"\"{m}\""))];
        var text = string.Join(" AND ", all.Select(OneOf));
        return query.Unwanted.Count == 0 ? text : $"({text}) NOT {OneOf(query.Unwanted.Select(Write))}";
    }

    private static string Write(Term term) => $"\"{term.Words}\"{(term.IsBeginning ? " *" : "")}";

    private static string OneOf(IEnumerable<string> choice) => $"({string.Join(" OR ", choice)})";
}

/// <summary>The same for PostgreSQL's tsquery.</summary>
internal static class TsQuery
{
    public static string Write(SearchQuery query, Place place)
    {
        IEnumerable<string> all =
        [
            .. query.Wanted.Select(choice => OneOf(choice.Select(Write))),
            .. place.Marks.Select(choice => OneOf(choice.Select(m => $"'{m}'"))),
            .. query.Unwanted.Select(t => $"!({Write(t)})"),
        ];
        return string.Join(" & ", all);
    }

    private static string Write(Term term) =>
        string.Join(" <-> ", term.Stems.Select((stem, i) => $"'{stem}'{(term.IsBeginning && i == term.Stems.Count - 1 ? ":*" : "")}"));

    private static string OneOf(IEnumerable<string> choice) => $"({string.Join(" | ", choice)})";
}
