using EngagementHub.Responses.Questions;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Themes;

/// <summary>Leads from what a pulse check asked to the themes made of it, and back. Whoever may sort some conversation may make one.</summary>
internal sealed class ThemeOrigins(HubDb db, ScopeDesk desk, IResponseScopes scopes, Subjects subjects)
{
    private const int Newest = 40;
    private IReadOnlyList<ResponseScope>? _sortable;

    /// <summary>The conversations the reader may sort now, newest first.</summary>
    public async Task<IReadOnlyList<ResponseScope>> SortableAsync(CancellationToken cancellation = default)
    {
        if (_sortable is null)
        {
            List<ResponseScope> found = [];
            foreach (var scope in (await scopes.AllAsync(cancellation)).Take(Newest))
            {
                if (await desk.MaySortAsync(scope.Subject))
                {
                    found.Add(scope);
                }
            }

            _sortable = found;
        }

        return _sortable;
    }

    /// <summary>What the theme came from, as far as it can still be shown.</summary>
    public async Task<IReadOnlyList<(ThemeOrigin Origin, SubjectCard Card)>> OfAsync(Guid theme, CancellationToken cancellation = default)
    {
        List<(ThemeOrigin, SubjectCard)> origins = [];
        foreach (var origin in await db.ThemeOrigins.AsNoTracking().Where(o => o.Theme == theme).OrderBy(o => o.At).ThenBy(o => o.Id).ToListAsync(cancellation))
        {
            if (await subjects.DescribeAsync(origin.Thing, cancellation) is { } card)
            {
                origins.Add((origin, card));
            }
        }

        return origins;
    }

    /// <summary>The themes that came from any of these things, each with what was promised in answer to it.</summary>
    public async Task<IReadOnlyList<ThemeFound>> MadeOfAsync(IReadOnlyList<SubjectRef> things, CancellationToken cancellation = default)
    {
        var now = desk.Now;
        var traced = await db.ThemeOrigins.AsNoTracking().Where(o => things.Contains(o.Thing)).Join(db.Themes, o => o.Theme, t => t.Id, (o, t) => t).Distinct().ToListAsync(cancellation);
        var ids = traced.ConvertAll(t => t.Id);
        var questions = await db.Questions.AsNoTracking().Where(q => ids.Contains(q.Theme)).ToListAsync(cancellation);
        var answers = questions.SelectMany(q => q.Answers).Select(a => new SubjectRef(ResponsesModule.AnswerKind, a.Id)).ToList();
        var promises = await db.Promises.AsNoTracking().Where(p => answers.Contains(p.MadeOn) && p.MadeAt <= now).ToListAsync(cancellation);
        return [.. traced.OrderBy(t => t.MadeAt).Select(Made)];

        ThemeFound Made(Theme theme)
        {
            var asked = questions.FindAll(q => q.Theme == theme.Id);
            var its = asked.SelectMany(q => q.Answers).Select(a => a.Id).ToHashSet();
            return new(theme.Id, theme.Title, Word(asked), [.. promises.Where(p => its.Contains(p.MadeOn.Id)).OrderBy(p => p.Due).Select(p => new PromiseFound(p.Id, p.What, p.Due))]);
        }
    }

    private static string Word(List<Question> asked) => asked.Count == 0 ? "No question yet" : asked.TrueForAll(q => q.IsAnswered) ? "Answered" : "Not answered yet";
}

/// <summary>A theme that came from what a pulse check asked.</summary>
internal sealed record ThemeFound(Guid Id, string Title, string Word, IReadOnlyList<PromiseFound> Promises);

/// <summary>What was promised in answer to it.</summary>
internal sealed record PromiseFound(Guid Id, string What, DateOnly Due);
