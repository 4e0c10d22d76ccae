namespace EngagementHub.Core.Search;

/// <summary>A module's things that readers may find. Asked inside every save, so that what is taken down is gone with the same transaction.</summary>
public interface ISearchSource
{
    /// <summary>One of <see cref="SearchKinds"/>.</summary>
    string Kind { get; }

    /// <summary>Smaller comes first: what others stand under comes before them.</summary>
    int Order { get; }

    /// <summary>How the things among those that are about to be saved, or that follow from them, can be found from now on.</summary>
    Task<IReadOnlyList<Findable>> FollowAsync(IReadOnlyCollection<Entity> changed, CancellationToken cancellation);

    /// <summary>Every thing there is, for a rebuild.</summary>
    Task<IReadOnlyList<Guid>> EverythingAsync(CancellationToken cancellation);

    /// <summary>How these things can be found.</summary>
    Task<IReadOnlyList<Findable>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation);
}

/// <summary>What a module knows by which findings can be narrowed down.</summary>
public interface ISearchFilters
{
    /// <summary>The blogs, by slug and name.</summary>
    Task<IReadOnlyList<SearchBlog>> BlogsAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<SearchBlog>>([]);

    /// <summary>The themes. One that was made in several periods is there several times.</summary>
    Task<IReadOnlyList<SearchTheme>> ThemesAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<SearchTheme>>([]);

    /// <summary>The things whose themes change with the things that are about to be saved.</summary>
    Task<IReadOnlyList<SubjectRef>> SortedAgainAsync(IReadOnlyCollection<Entity> changed, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<SubjectRef>>([]);

    /// <summary>The themes of these things, the one each is counted under first; things without one are missing.</summary>
    Task<IReadOnlyDictionary<SubjectRef, IReadOnlyList<Guid>>> ThemesOfAsync(IReadOnlyCollection<SubjectRef> things, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<SubjectRef, IReadOnlyList<Guid>>>(new Dictionary<SubjectRef, IReadOnlyList<Guid>>());
}

/// <summary>A blog to search in.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Name">Its name.</param>
public sealed record SearchBlog(string Slug, string Name);

/// <summary>A theme to search in.</summary>
/// <param name="Id">The theme.</param>
/// <param name="Title">What it is called.</param>
public sealed record SearchTheme(Guid Id, string Title);
