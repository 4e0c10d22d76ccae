namespace EngagementHub.Responses;

// Stands in when no module publishes scopes, so that promises stay readable on a hub without blogs.
internal sealed class ScopesWithoutBlogs : IResponseScopes, IPublishDigest
{
    public Task<ResponseScope?> FindAsync(SubjectRef subject, CancellationToken cancellation = default) => Task.FromResult<ResponseScope?>(null);

    public Task<ResponseScope?> OfPostAsync(SubjectRef post, CancellationToken cancellation = default) => Task.FromResult<ResponseScope?>(null);

    public Task<IReadOnlyList<ResponseScope>> AllAsync(CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<ResponseScope>>([]);

    public Task<bool> MaySortAsync(SubjectRef scope, StaffId who, DateTimeOffset at, CancellationToken cancellation = default) => Task.FromResult(false);

    public Task<bool> MayAnswerAsync(SubjectRef scope, StaffId who, DateTimeOffset at, CancellationToken cancellation = default) => Task.FromResult(false);

    public Task<(SubjectRef Post, string Url)> PublishAsync(DigestPost digest, StaffId by, DateTimeOffset at, CancellationToken cancellation = default) =>
        throw new BrokenRuleException("There is no blog on which a digest could be published");
}
