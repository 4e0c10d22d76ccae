using EngagementHub.Conversation;
using EngagementHub.Core.Ports;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Responses;

/// <summary>The hub with a blog and a conversation that hold just what a test puts there.</summary>
public sealed class ResponsesFixture : HubFixture
{
    internal OneBlog Blog { get; } = new();

    internal OneConversation Talk { get; } = new();

    /// <summary>A period of Priya's of its own, answered with Grace, with that many comments.</summary>
    internal SubjectRef Period(string key, int comments)
    {
        var (period, post) = (new SubjectRef("blogging.period", StableId.From(key)), new SubjectRef("blogging.post", StableId.From($"{key}-post")));
        Blog.Scopes.Insert(0, new ResponseScope(period, $"Period {key}", $"/blog/{key}", "hr", new DateOnly(2007, 4, 18), new DateOnly(2007, 4, 27), People.Priya, [post]));
        for (var number = 1; number <= comments; number++)
        {
            Talk.Receive(key, post, number);
        }

        return period;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services
            .AddSingleton<IConversation>(Talk).AddSingleton<IResponseScopes>(Blog).AddSingleton<IPublishDigest>(Blog)
            .Insert(0, ServiceDescriptor.Singleton<IDescribeSubject>(Blog)));
    }
}

internal sealed class OneConversation : IConversation
{
    public List<ReceivedComment> All { get; } = [];

    public void Receive(string key, SubjectRef post, int number, CommentStanding standing = CommentStanding.Published) =>
        All.Add(Comments.Received(number, standing) with { Id = StableId.From($"comment/{key}-c{number}"), On = post });

    public void Now(string key, int number, CommentStanding standing)
    {
        var at = All.FindIndex(c => c.Id == StableId.From($"comment/{key}-c{number}"));
        All[at] = All[at] with { Standing = standing };
    }

    public Task OpenAsync(SubjectRef on, DiscussionTerms terms, CancellationToken cancellation = default) => Task.CompletedTask;

    public Task<IReadOnlyDictionary<SubjectRef, CommentCounts>> CountsAsync(IEnumerable<SubjectRef> on, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyDictionary<SubjectRef, CommentCounts>>(on.ToDictionary(o => o, o => new CommentCounts(
            All.Count(c => c.On == o && c.Standing == CommentStanding.Published), All.Count(c => c.On == o && c.Standing == CommentStanding.Waiting))));

    public Task<IReadOnlyList<ReceivedComment>> ReceivedAsync(IEnumerable<SubjectRef> on, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<ReceivedComment>>([.. All.Where(c => on.Contains(c.On))]);

    public Task<ReceivedComment?> FindAsync(Guid comment, CancellationToken cancellation = default) => Task.FromResult(All.Find(c => c.Id == comment));
}

internal sealed class OneBlog : IResponseScopes, IPublishDigest, IDescribeSubject
{
    public List<ResponseScope> Scopes { get; } = [];

    public List<DigestPost> Published { get; } = [];

    public Task<ResponseScope?> FindAsync(SubjectRef subject, CancellationToken cancellation = default) => Task.FromResult(Scopes.Find(s => s.Subject == subject));

    public Task<ResponseScope?> OfPostAsync(SubjectRef post, CancellationToken cancellation = default) => Task.FromResult(Scopes.Find(s => s.Discussions.Contains(post)));

    public Task<IReadOnlyList<ResponseScope>> AllAsync(CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<ResponseScope>>(Scopes);

    public Task<bool> MaySortAsync(SubjectRef scope, StaffId who, DateTimeOffset at, CancellationToken cancellation = default) => Task.FromResult(who == People.Priya);

    public Task<bool> MayAnswerAsync(SubjectRef scope, StaffId who, DateTimeOffset at, CancellationToken cancellation = default) =>
        Task.FromResult(who == People.Priya || who == People.Grace);

    public Task<IReadOnlyList<StaffId>> RespondersAsync(SubjectRef scope, DateTimeOffset at, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<StaffId>>([People.Priya, People.Grace]);

    public Task<(SubjectRef Post, string Url)> PublishAsync(DigestPost digest, StaffId by, DateTimeOffset at, CancellationToken cancellation = default)
    {
        Published.Add(digest);
        return Task.FromResult((new SubjectRef("blogging.post", Guid.NewGuid()), "/promises"));
    }

    public bool Knows(string kind) => kind == "blogging.post";

    public Task<SubjectCard?> DescribeAsync(SubjectRef subject, CancellationToken cancellation = default) =>
        Task.FromResult<SubjectCard?>(new SubjectCard("A post of Priya's", "/blog/post"));
}
