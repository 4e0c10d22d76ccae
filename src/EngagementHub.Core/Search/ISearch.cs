namespace EngagementHub.Core.Search;

/// <summary>Finds posts, comments and answers by their words.</summary>
public interface ISearch
{
    /// <summary>What is found, best or newest first.</summary>
    /// <param name="request">What is looked for.</param>
    /// <param name="now">UTC instant: what appears later is not found.</param>
    /// <param name="cancellation">Ends the work early.</param>
    Task<SearchAnswer> FindAsync(SearchRequest request, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>What the findings can be narrowed down by.</summary>
    Task<SearchChoices> ChoicesAsync(DateTimeOffset now, CancellationToken cancellation = default);
}

/// <summary>What somebody looks for.</summary>
/// <param name="Typed">The words as typed: all are wanted; "…" is a phrase, -word is not wanted, OR gives a choice, word* is a beginning.</param>
public sealed record SearchRequest(string Typed)
{
    /// <summary>The most characters that are read.</summary>
    public const int LongestTyped = 200;

    /// <summary>How many findings stand on a page.</summary>
    public const int PageSize = 20;

    /// <summary>The most findings that are put in order; somebody who gets more narrows the search down.</summary>
    public const int Most = 300;

    /// <summary>One of <see cref="SearchKinds"/>, or nothing for all.</summary>
    public string? Kind { get; init; }

    /// <summary>The slug of a blog.</summary>
    public string? Blog { get; init; }

    /// <summary>Who was in charge.</summary>
    public StaffId? Host { get; init; }

    /// <summary>The year.</summary>
    public int? Year { get; init; }

    /// <summary>What a theme is called.</summary>
    public string? Theme { get; init; }

    /// <summary>Newest first, and not best first.</summary>
    public bool Newest { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether anything but the words narrows it down.</summary>
    public bool IsNarrowed => Kind is not null || Blog is not null || Host is not null || Year is not null || Theme is not null;
}

/// <summary>What was found.</summary>
/// <param name="Hits">The findings of the page.</param>
/// <param name="Total">How many there are, up to <see cref="SearchRequest.Most"/>.</param>
/// <param name="HasMore">Whether there are more than that.</param>
public sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, int Total, bool HasMore)
{
    /// <summary>How many pages there are.</summary>
    public int Pages => (Total + SearchRequest.PageSize - 1) / SearchRequest.PageSize;

    /// <summary>False when there was no word to look for, only signs or words that are not wanted.</summary>
    public bool HadWords { get; init; } = true;

    /// <summary>The same words with any of them enough, when there are several and nothing has them all.</summary>
    public string? AnyOfThem { get; init; }
}

/// <summary>A finding. Its HTML is safe: everything is encoded but the marks around the words that were found.</summary>
/// <param name="Kind">One of <see cref="SearchKinds"/>.</param>
/// <param name="HeadingHtml">What it is called.</param>
/// <param name="Url">Its local path.</param>
/// <param name="By">Who speaks.</param>
/// <param name="Day">Its local day.</param>
/// <param name="Blog">The blog's slug.</param>
/// <param name="ExcerptHtml">The place where the words stand.</param>
public sealed record SearchHit(string Kind, string HeadingHtml, string Url, string By, DateOnly Day, string? Blog, string ExcerptHtml);

/// <summary>What the findings can be narrowed down by.</summary>
/// <param name="Kinds">Those of <see cref="SearchKinds"/> that this hub has.</param>
/// <param name="Blogs">The blogs, by name.</param>
/// <param name="Hosts">Who was in charge, by name.</param>
/// <param name="Years">The years, newest first.</param>
/// <param name="Themes">What themes are called.</param>
public sealed record SearchChoices(
    IReadOnlyList<string> Kinds,
    IReadOnlyList<SearchBlog> Blogs,
    IReadOnlyList<(StaffId Id, string Name)> Hosts,
    IReadOnlyList<int> Years,
    IReadOnlyList<string> Themes);
