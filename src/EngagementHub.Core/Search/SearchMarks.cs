namespace EngagementHub.Core.Search;

/// <summary>Words of the index that say where a thing belongs. They begin with a sign no folded word has, so nothing anybody types meets them.</summary>
internal static class SearchMarks
{
    public static string Of(SearchEntry entry, IReadOnlyList<Guid> themes) => string.Join(' ', [
        Kind(entry.Kind),
        .. entry.Blog is { } blog ? [Blog(blog)] : Array.Empty<string>(),
        .. entry.Host is { } host ? [Host(host)] : Array.Empty<string>(),
        .. themes.Select(Theme),
        .. themes.Take(1).Select(CountedUnder),
        .. entry.TitleWords.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Select(InTitle)]);

    /// <summary>A word of the title once more, as a word of its own: an index finds it without reading how each text holds it.</summary>
    public static string InTitle(string stem) => $"_w{stem}";

    public static string Kind(string kind) => $"_k{kind}";

    public static string Blog(string slug) => $"_b{StableId.From(slug):N}";

    public static string Host(StaffId host) => $"_h{host.Value:N}";

    public static string Theme(Guid theme) => $"_t{theme:N}";

    public static string CountedUnder(Guid theme) => $"_f{theme:N}";
}
