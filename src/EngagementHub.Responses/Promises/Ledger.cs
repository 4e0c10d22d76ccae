using EngagementHub.Responses.Questions;
using EngagementHub.WorkingTime;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Promises;

/// <summary>What readers ask the ledger for.</summary>
internal sealed record LedgerFilter(string? Owner = null, string? State = null, int? Year = null)
{
    public bool Takes(LedgerLine line) =>
        (string.IsNullOrEmpty(Owner) || string.Equals(line.Owner?.UserName, Owner, StringComparison.OrdinalIgnoreCase))
        && (string.IsNullOrEmpty(State) || string.Equals(line.State.ToString(), State, StringComparison.OrdinalIgnoreCase))
        && (Year is null || line.MadeDay.Year == Year);
}

/// <summary>You said, we did, we will not because: every published promise and refusal.</summary>
internal sealed class Ledger(HubDb db, ScopeDesk desk, PeopleAndPlaces places, IOfficeCalendar office)
{
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

        lines.AddRange(refusals.Select(RefusalOf));
        return [.. lines.OrderBy(l => l.State).ThenByDescending(l => l.State == LedgerState.Late ? l.DaysPastDue : 0)
            .ThenBy(l => l.State == LedgerState.Open ? l.Due : null).ThenByDescending(l => l.MadeDay).ThenBy(l => l.What)];
    }

    public async Task<LedgerLine> LineOfAsync(Promise promise, CancellationToken cancellation = default)
    {
        await places.LearnAsync([promise.Owner], cancellation);
        var question = await db.Questions.AsNoTracking().FirstOrDefaultAsync(q => q.Answers.Any(a => a.Id == promise.MadeOn.Id), cancellation);
        return await LineOfAsync(promise, question, cancellation);
    }

    private async Task<LedgerLine> LineOfAsync(Promise promise, Question? question, CancellationToken cancellation)
    {
        var place = question is null ? await places.DescribeAsync(promise.MadeOn, cancellation) : null;
        return LedgerLine.Of(promise, places.CardOf(promise.Owner), (desk.Now, desk.Today), await office.GetAsync(cancellation)) with
        {
            Asked = question?.Wording,
            Askers = question is null ? null : AskersOf(question),
            MadeIn = place?.Title,
            MadeInUrl = question is null ? place?.Url : QuestionUrl(question),
        };
    }

    private LedgerLine RefusalOf(Question question)
    {
        var answer = question.CurrentAt(desk.Now)!;
        return new LedgerLine(answer.Id, LedgerState.WillNot, question.Wording, places.CardOf(answer.By), desk.DayOf(answer.PublishedAt!.Value))
        {
            Asked = question.Wording,
            Askers = AskersOf(question),
            Because = answer.Text,
            MadeInUrl = QuestionUrl(question),
        };
    }

    private static string QuestionUrl(Question question) => $"/responses/themes/{question.Theme}#question-{question.Id}";

    private static int? AskersOf(Question question) => question.Comments.Count >= Themes.Theme.FewestToCount ? question.Comments.Count : null;
}
