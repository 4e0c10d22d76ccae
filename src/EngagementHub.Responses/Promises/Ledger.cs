using EngagementHub.Responses.Questions;
using EngagementHub.WorkingTime;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Promises;

/// <summary>You said, we did, we will not because: every published promise and refusal.</summary>
internal sealed class Ledger(HubDb db, ScopeDesk desk, PeopleAndPlaces places, IOfficeCalendar office, IResponseScopes scopes)
{
    private IReadOnlyDictionary<SubjectRef, ResponseScope>? _scopes;

    public async Task<IReadOnlyList<LedgerLine>> ReadAsync(CancellationToken cancellation = default)
    {
        // The demonstration's clock can be moved back: what had not happened by then is not told.
        var now = desk.Now;
        var promises = await db.Promises.AsNoTracking().Where(p => p.MadeAt <= now).ToListAsync(cancellation);
        var questions = await db.Questions.AsNoTracking().Where(q => q.Answers.Any(a => a.PublishedAt <= now)).ToListAsync(cancellation);
        var refusals = questions.Where(q => q.CurrentAt(now) is { State: AnswerState.WillNot }).ToList();
        await places.LearnAsync(promises.Select(p => p.Owner).Concat(refusals.Select(q => q.CurrentAt(now)!.By)), cancellation);

        var byAnswer = questions.SelectMany(q => q.Answers.Select(a => (a.Id, Question: q))).ToDictionary(p => p.Id, p => p.Question);
        List<LedgerLine> lines = [];
        foreach (var promise in promises)
        {
            lines.Add(await LineOfAsync(promise, byAnswer.GetValueOrDefault(promise.MadeOn.Id), cancellation));
        }

        var known = await ScopesAsync(cancellation);
        lines.AddRange(refusals.Select(q => RefusalOf(q) with { Scope = known.GetValueOrDefault(q.Scope) }));
        return [.. lines.OrderBy(l => l.State).ThenByDescending(l => l.State == LedgerState.Late ? l.DaysPastDue : 0)
            .ThenBy(l => l.State == LedgerState.Open ? l.Due : null).ThenByDescending(l => l.MadeDay).ThenBy(l => l.What)];
    }

    public async Task<LedgerLine> LineOfAsync(Promise promise, CancellationToken cancellation = default)
    {
        var question = await db.Questions.AsNoTracking().FirstOrDefaultAsync(q => q.Answers.Any(a => a.Id == promise.MadeOn.Id), cancellation);
        return await LineOfAsync(promise, question, cancellation);
    }

    /// <summary>The same where the question is known already.</summary>
    public async Task<LedgerLine> LineOfAsync(Promise promise, Question? question, CancellationToken cancellation = default)
    {
        await places.LearnAsync([promise.Owner], cancellation);
        var place = question is null ? await places.DescribeAsync(promise.MadeOn, cancellation) : null;
        return LedgerLine.Of(promise, places.CardOf(promise.Owner), (desk.Now, desk.Today), await office.GetAsync(cancellation)) with
        {
            Asked = question?.Wording,
            Askers = question is null ? null : AskersOf(question),
            MadeIn = place?.Title,
            MadeInUrl = question is null ? place?.Url : QuestionUrl(question),
            Scope = (await ScopesAsync(cancellation)).GetValueOrDefault(promise.Scope),
        };
    }

    private async Task<IReadOnlyDictionary<SubjectRef, ResponseScope>> ScopesAsync(CancellationToken cancellation) =>
        _scopes ??= (await scopes.AllAsync(cancellation)).DistinctBy(s => s.Subject).ToDictionary(s => s.Subject);

    private LedgerLine RefusalOf(Question question)
    {
        var answer = question.CurrentAt(desk.Now)!;
        return new LedgerLine(answer.Id, LedgerState.WillNot, question.Wording, places.CardOf(answer.By), desk.DayOf(answer.PublishedAt!.Value))
        {
            Asked = question.Wording,
            Askers = AskersOf(question),
            Because = answer.Text,
            MadeAt = answer.PublishedAt.Value,
            ChangedAt = answer.PublishedAt.Value,
            MadeInUrl = QuestionUrl(question),
        };
    }

    private static string QuestionUrl(Question question) => $"/responses/themes/{question.Theme}#question-{question.Id}";

    private static int? AskersOf(Question question) => question.Comments.Count >= Themes.Theme.FewestToCount ? question.Comments.Count : null;
}
