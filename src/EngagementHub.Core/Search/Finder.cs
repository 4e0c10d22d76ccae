using EngagementHub.Core.Data;
using EngagementHub.Core.Ports;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Core.Search;

internal sealed class Finder(HubDb db, Candidates candidates, IEnumerable<ISearchSource> sources, IEnumerable<ISearchFilters> filters, IStaffDirectory directory) : ISearch
{
    // A theme with fewer comments could point at a person: its comments are then not found by it.
    private const int FewestToList = 3;
    private const int FromTitles = 100;

    public async Task<SearchAnswer> FindAsync(SearchRequest request, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var query = SearchQuery.Read(request.Typed);
        if (query.IsEmpty)
        {
            return new([], 0, false) { HadWords = false };
        }

        if (await PlaceAsync(request, now, cancellation) is not { } place)
        {
            return new([], 0, false);
        }

        var found = await candidates.ReadAsync(query, place, now, SearchRequest.Most + 1, cancellation);
        var hasMore = found.Count > SearchRequest.Most;
        if (hasMore && !request.Newest)
        {
            // The newest are not the best: what has the words in its title is put beside them.
            found.AddRange(await candidates.ReadAsync(query.InTitles, place, now, FromTitles, cancellation));
        }

        var order = request.Newest ? found.Select(c => c.Id) : new Relevance(query).Order([.. found.DistinctBy(c => c.Id)]);
        long[] ids = [.. order.Take(SearchRequest.Most)];
        long[] page = [.. ids.Skip((Math.Max(1, request.Page) - 1) * SearchRequest.PageSize).Take(SearchRequest.PageSize)];
        return new(await HitsAsync(page, query, cancellation), ids.Length, hasMore) { AnyOfThem = ids.Length == 0 ? AnyOf(query, request.Typed) : null };
    }

    public async Task<SearchChoices> ChoicesAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        List<SearchBlog> blogs = [];
        foreach (var filter in filters)
        {
            blogs.AddRange(await filter.BlogsAsync(cancellation));
        }

        var hosts = await db.SearchEntries.Where(e => e.Kind == SearchKinds.Post && e.Host != null).Select(e => e.Host!.Value).Distinct().ToListAsync(cancellation);
        var cards = await directory.CardsAsync(hosts, cancellation);
        return new(
            [.. SearchKinds.All.Where(k => sources.Any(s => s.Kind == k))],
            [.. blogs.OrderBy(b => b.Name, StringComparer.CurrentCulture)],
            [.. cards.Values.OrderBy(c => c.Name, StringComparer.CurrentCulture).Select(c => (c.Id, c.Name))],
            await YearsAsync(now, cancellation),
            [.. (await ThemesAsync(cancellation)).Select(t => t.Title).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.CurrentCulture)]);
    }

    private async Task<IReadOnlyList<int>> YearsAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var seen = db.SearchEntries.Where(SearchEntry.SeenAt(now));
        var newest = await seen.OrderByDescending(e => e.Id).Select(e => (DateOnly?)e.Day).FirstOrDefaultAsync(cancellation);
        var oldest = await seen.OrderBy(e => e.Id).Select(e => (DateOnly?)e.Day).FirstOrDefaultAsync(cancellation);
        return newest is { } last && oldest is { } first ? [.. Enumerable.Range(first.Year, last.Year - first.Year + 1).Reverse()] : [];
    }

    /// <summary>Where to look, or nothing when nothing can be there.</summary>
    private async Task<Place?> PlaceAsync(SearchRequest request, DateTimeOffset now, CancellationToken cancellation)
    {
        string[] kinds = [.. SearchKinds.All.Where(k => sources.Any(s => s.Kind == k) && (request.Kind is null || request.Kind == k))];
        List<IReadOnlyList<string>> marks = [];
        if (kinds.Length < SearchKinds.All.Count)
        {
            marks.Add([.. kinds.Select(SearchMarks.Kind)]);
        }

        string?[] single = [request.Blog is { } blog ? SearchMarks.Blog(blog) : null, request.Host is { } host ? SearchMarks.Host(host) : null];
        marks.AddRange(single.OfType<string>().Select(m => (IReadOnlyList<string>)[m]));
        if (request.Theme is { } title)
        {
            marks.AddRange(await ThemeAsync(title, now, cancellation));
        }

        return marks.Any(m => m.Count == 0) ? null : new Place(marks) { Keys = request.Year is { } year ? SearchEntry.KeysOf(year) : (0, long.MaxValue) };
    }

    /// <summary>In the theme, and if it is a comment, in one that is large enough to list its comments.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<string>>> ThemeAsync(string title, DateTimeOffset now, CancellationToken cancellation)
    {
        List<string> all = [], listed = [.. SearchKinds.All.Where(k => k != SearchKinds.Comment).Select(SearchMarks.Kind)];
        foreach (var theme in (await ThemesAsync(cancellation)).Where(t => string.Equals(t.Title, title, StringComparison.OrdinalIgnoreCase)))
        {
            all.Add(SearchMarks.Theme(theme.Id));
            if (await CommentsWithAsync(SearchMarks.Theme(theme.Id)) >= FewestToList && await CommentsWithAsync(SearchMarks.CountedUnder(theme.Id)) is 0 or >= FewestToList)
            {
                listed.Add(SearchMarks.Theme(theme.Id));
            }
        }

        return [all, listed];

        async Task<int> CommentsWithAsync(string mark) =>
            (await candidates.ReadAsync(SearchQuery.Any, new([[SearchMarks.Kind(SearchKinds.Comment)], [mark]]), now, FewestToList, cancellation)).Count;
    }

    private async Task<IReadOnlyList<SearchTheme>> ThemesAsync(CancellationToken cancellation)
    {
        List<SearchTheme> themes = [];
        foreach (var filter in filters)
        {
            themes.AddRange(await filter.ThemesAsync(cancellation));
        }

        return themes;
    }

    private async Task<IReadOnlyList<SearchHit>> HitsAsync(long[] ids, SearchQuery query, CancellationToken cancellation)
    {
        var all = db.SearchEntries;
        var entries = await all.AsNoTracking().Where(e => ids.Contains(e.Id))
            .Select(e => new { Entry = e, Above = all.Where(p => p.Subject == e.Parent).Select(p => p.Title).FirstOrDefault() })
            .ToListAsync(cancellation);
        var highlight = new Highlight(query);
        return
        [
            .. entries.OrderBy(e => Array.IndexOf(ids, e.Entry.Id)).Select(e => new SearchHit(
                e.Entry.Kind,
                highlight.Whole(e.Entry.Label.Length == 0 ? e.Entry.Title : $"{e.Entry.Label} on “{e.Above}”"),
                e.Entry.Url, e.Entry.By, e.Entry.Day, e.Entry.Blog, highlight.Excerpt(e.Entry.Text))),
        ];
    }

    // Words joined by OR, as they could have been typed.
    private static string? AnyOf(SearchQuery query, string typed) => query.Wanted.Count < 2 || query.Unwanted.Count > 0 || typed.Contains('"', StringComparison.Ordinal)
        ? null
        : string.Join(" OR ", typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w != "OR")) is { Length: <= SearchRequest.LongestTyped } any ? any : null;
}
