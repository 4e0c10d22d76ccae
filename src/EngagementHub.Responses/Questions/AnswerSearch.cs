using EngagementHub.Core.Search;
using EngagementHub.Core.Text;
using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Digests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.Responses.Questions;

/// <summary>Questions are found with the answer readers are told, from when it is published; and what was sorted is found by theme.</summary>
internal sealed class AnswerSearch(HubDb db, IResponseScopes scopes, IStaffDirectory directory, IOptions<HubOptions> hub) : ISearchSource, ISearchFilters
{
    // An answer and the digest it came out in were published at one instant; PostgreSQL keeps microseconds of it.
    private static readonly TimeSpan SameInstant = TimeSpan.FromMilliseconds(1);

    public string Kind => SearchKinds.Answer;

    public int Order => 30;

    public async Task<IReadOnlyList<Findable>> FollowAsync(IReadOnlyCollection<Entity> changed, CancellationToken cancellation)
    {
        var questions = changed.OfType<Question>().ToList();
        var digested = changed.OfType<Digest>().Where(d => d.Post is not null).Select(d => d.Scope).ToList();
        if (digested.Count > 0)
        {
            await db.Questions.Where(q => digested.Contains(q.Scope)).LoadAsync(cancellation);
            questions.AddRange(db.Questions.Local.Where(q => digested.Contains(q.Scope)));
        }

        return questions.Count == 0 ? [] : await AllAsync(questions.Distinct(), cancellation);
    }

    public async Task<IReadOnlyList<Guid>> EverythingAsync(CancellationToken cancellation) => await db.Questions.IgnoreAutoIncludes().Select(q => q.Id).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Findable>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        await AllAsync(await db.Questions.AsNoTracking().Where(q => ids.Contains(q.Id)).ToListAsync(cancellation), cancellation);

    public async Task<IReadOnlyList<SearchTheme>> ThemesAsync(CancellationToken cancellation) =>
        await db.Themes.Select(t => new SearchTheme(t.Id, t.Title)).ToListAsync(cancellation);

    public Task<IReadOnlyList<SubjectRef>> SortedAgainAsync(IReadOnlyCollection<Entity> changed, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<SubjectRef>>([.. changed.OfType<Sorting>().Select(s => OfComment(s.Comment))]);

    public async Task<IReadOnlyDictionary<SubjectRef, IReadOnlyList<Guid>>> ThemesOfAsync(IReadOnlyCollection<SubjectRef> things, CancellationToken cancellation)
    {
        var comments = things.Where(t => t.Kind == ResponsesModule.CommentKind).Select(t => t.Id).ToHashSet();
        var questions = things.Where(t => t.Kind == ResponsesModule.QuestionKind).Select(t => t.Id).ToHashSet();
        if (comments.Count > 0)
        {
            await db.Sortings.Where(s => comments.Contains(s.Comment)).LoadAsync(cancellation);
        }

        if (questions.Count > 0)
        {
            await db.Questions.IgnoreAutoIncludes().Where(q => questions.Contains(q.Id)).LoadAsync(cancellation);
        }

        return db.Sortings.Local.Where(s => comments.Contains(s.Comment)).Select(s => (Thing: OfComment(s.Comment), s.Themes))
            .Concat(db.Questions.Local.Where(q => questions.Contains(q.Id)).Select(q => (Thing: OfQuestion(q), Themes: (IReadOnlyList<Guid>)[q.Theme])))
            .ToDictionary(t => t.Thing, t => t.Themes);
    }

    private static SubjectRef OfComment(Guid comment) => new(ResponsesModule.CommentKind, comment);

    private static SubjectRef OfQuestion(Question question) => new(ResponsesModule.QuestionKind, question.Id);

    private async Task<IReadOnlyList<Findable>> AllAsync(IEnumerable<Question> questions, CancellationToken cancellation)
    {
        List<Findable> told = [];
        foreach (var question in questions)
        {
            told.Add(new(OfQuestion(question), question.Current is { } answer ? await TextAsync(question, answer, cancellation) : null));
        }

        return told;
    }

    private async Task<SearchText?> TextAsync(Question question, Answer answer, CancellationToken cancellation)
    {
        if (await scopes.FindAsync(question.Scope, cancellation) is not { } scope)
        {
            return null;
        }

        var by = await directory.FindAsync(answer.By, cancellation);
        var day = answer.PublishedAt!.Value.DayIn(hub.Value.Zone);
        return new(SearchKinds.Answer, question.Wording, $"{answer.Where} {PlainText.From(answer.Text)}".Trim(), $"/responses/themes/{question.Theme}#question-{question.Id}", day)
        {
            By = by is null ? "A former member of staff" : $"{by.Name}, {by.Title}",
            Keywords = by?.Name ?? "",
            Blog = scope.BlogSlug,
            Host = scope.Host,
            Parent = scope.Discussions.Contains(question.Scope) ? question.Scope : null,
            Via = await DigestPostAsync(question, answer.PublishedAt.Value, cancellation),
            VisibleFrom = answer.PublishedAt,
        };
    }

    private async Task<SubjectRef?> DigestPostAsync(Question question, DateTimeOffset at, CancellationToken cancellation)
    {
        await db.Digests.IgnoreAutoIncludes().Where(d => d.Scope == question.Scope && d.Post != null).LoadAsync(cancellation);
        return db.Digests.Local.FirstOrDefault(d => d.Scope == question.Scope && d.PublishedAt is { } published && (published - at).Duration() <= SameInstant)?.Post;
    }
}
