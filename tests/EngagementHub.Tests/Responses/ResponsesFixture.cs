using System.Data.Common;
using EngagementHub.Conversation;
using EngagementHub.Core.Data;
using EngagementHub.Core.Ports;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Questions;
using EngagementHub.Responses.Themes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Responses;

/// <summary>The hub with a blog and a conversation that hold just what a test puts there.</summary>
public sealed class ResponsesFixture : HubFixture
{
    internal OneBlog Blog { get; } = new();

    internal OneConversation Talk { get; } = new();

    internal OneFigure Figure { get; } = new();

    /// <summary>What the database was asked.</summary>
    internal AskedOfDatabase Asked { get; } = new();

    /// <summary>A question with those comments of the period behind it, answered by Grace in Priya's period.</summary>
    internal async Task<Question> Answered(SubjectRef period, string wording, IEnumerable<Guid> behind)
    {
        var theme = Theme.Make(period, $"About {wording}", 0, (People.Priya, Clock.Now));
        var question = Question.Ask(theme, wording, behind, (People.Priya, Clock.Now));
        question.Write(new AnswerText(AnswerState.Answered, "It waits for the remit. We will publish it."), People.Grace, Clock.Now);
        question.Publish(Clock.Now);
        await In((_, db) =>
        {
            db.AddRange(theme, question);
            db.AddRange(question.Comments.Select(c =>
            {
                var sorting = Sorting.Of(period, c);
                sorting.Into([theme], People.Priya, Clock.Now);
                return sorting;
            }));
            return Task.FromResult(0);
        });
        return question;
    }

    internal async Task<string> Told(string userName) => (await (await As(userName)).Open("/notifications")).Text;

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
        builder.ConfigureTestServices(services => services.ConfigureDbContext<HubDb>(options => options.AddInterceptors(Asked))
            .AddSingleton<IConversation>(Talk).AddSingleton<IResponseScopes>(Blog).AddSingleton<IPublishDigest>(Blog).AddSingleton<IFigures>(Figure)
            .Insert(0, ServiceDescriptor.Singleton<IDescribeSubject>(Blog)));
    }
}

internal sealed class AskedOfDatabase : DbCommandInterceptor
{
    private int _count;

    public int Count => _count;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}

internal sealed class OneConversation : IConversation
{
    public List<ReceivedComment> All { get; } = [];

    public void Receive(string key, SubjectRef post, int number, CommentStanding standing = CommentStanding.Published) =>
        All.Add(Comments.Received(number, standing) with { Id = StableId.From($"comment/{key}-c{number}"), On = post });

    public Dictionary<string, Guid> Receipts { get; } = [];

    /// <summary>Says who wrote it by name, or with which code it can be found.</summary>
    public Guid By(string key, int number, StaffId? author, string? code = null)
    {
        var at = All.FindIndex(c => c.Id == StableId.From($"comment/{key}-c{number}"));
        All[at] = All[at] with { Author = author };
        if (code is not null)
        {
            Receipts[code] = All[at].Id;
        }

        return All[at].Id;
    }

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

    public async Task<IReadOnlyList<ReceivedComment>> OutlineAsync(IEnumerable<SubjectRef> on, CancellationToken cancellation = default) =>
        [.. (await ReceivedAsync(on, cancellation)).Select(c => c with { Html = "", Text = "" })];

    public Task<IReadOnlyList<ReceivedComment>> FindAllAsync(IEnumerable<Guid> comments, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<ReceivedComment>>([.. All.Where(c => comments.Contains(c.Id))]);

    public Task<ReceivedComment?> FindAsync(Guid comment, CancellationToken cancellation = default) => Task.FromResult(All.Find(c => c.Id == comment));

    public Task<ReceivedComment?> FindByReceiptAsync(string? code, CancellationToken cancellation = default) =>
        Task.FromResult(Receipts.TryGetValue(code ?? "", out var comment) ? All.Find(c => c.Id == comment) : null);
}

/// <summary>A service level that says what a test wants it to say.</summary>
internal sealed class OneFigure : IFigures
{
    public static SubjectRef Level { get; } = new("servicelevels.level", StableId.From("a-level"));

    public FigureReading? Reading { get; set; }

    public Task<IReadOnlyList<FigureChoice>> ChoicesAsync(CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<FigureChoice>>([new(Level, "desktop/in-time", "A new desktop: in time", "95% within 5 working days", "/service-levels/desktop")]);

    public Task<FigureReading?> ReadAsync(SubjectRef level, DateOnly since, DateOnly day, DateTimeOffset now, CancellationToken cancellation = default) => Task.FromResult(Reading);
}

internal sealed class OneBlog : IResponseScopes, IPublishDigest, IDescribeSubject
{
    public List<ResponseScope> Scopes { get; } = [];

    public List<DigestPost> Published { get; } = [];

    public Dictionary<SubjectRef, string> Titles { get; } = [];

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
        Task.FromResult<SubjectCard?>(new SubjectCard(Titles.GetValueOrDefault(subject, "A post of Priya's"), "/blog/post"));
}
