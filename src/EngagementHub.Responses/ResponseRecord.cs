using EngagementHub.Core.Keeping;
using EngagementHub.Core.Text;
using EngagementHub.Core.Time;
using EngagementHub.Responses.Promises;
using EngagementHub.Responses.Questions;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses;

/// <summary>What a release holds of the answers: each question that was answered, what was said and corrected, and each promise with what became of it.</summary>
internal sealed class ResponseRecord(HubDb db) : ITellRecord
{
    public int Order => 30;

    public async Task<IReadOnlyList<RecordItem>> ItemsAsync(RecordScope scope, CancellationToken cancellation = default)
    {
        var of = scope.Scope;
        var themes = await db.Themes.AsNoTracking().Where(t => t.Scope == of).ToDictionaryAsync(t => t.Id, t => t.Title, cancellation);
        var questions = await db.Questions.AsNoTracking().Where(q => q.Scope == of).OrderBy(q => q.AskedAt).ToListAsync(cancellation);
        var answered = questions.SelectMany(q => q.Answers.Where(a => a.PublishedAt <= scope.Now).OrderBy(a => a.PublishedAt), (question, answer) => (question, answer)).ToList();
        var promises = await db.Promises.AsNoTracking().Where(p => p.Scope == of && p.MadeAt != null && p.MadeAt <= scope.Now).OrderBy(p => p.MadeAt).ToListAsync(cancellation);
        var corrected = answered.Select(a => new SubjectRef(ResponsesModule.AnswerKind, a.answer.Id)).ToList();
        var corrections = (await db.Corrections.AsNoTracking().Where(c => corrected.Contains(c.On) && c.At <= scope.Now).OrderBy(c => c.At).ToListAsync(cancellation)).ToLookup(c => c.On.Id);
        return
        [
            .. answered.Select(a => Answered(a.question, a.answer, themes.GetValueOrDefault(a.question.Theme), corrections[a.answer.Id], scope)),
            .. promises.Select(p => Promised(p, scope)),
        ];
    }

    private static RecordItem Answered(Question question, Answer answer, string? theme, IEnumerable<Corrections.Correction> corrections, RecordScope scope) =>
        new(new(ResponsesModule.AnswerKind, answer.Id), "Answers", question.Wording, answer.PublishedAt!.Value.DayIn(scope.Zone))
        {
            People = [new("Answered by", answer.By, null, null, IsInOffice: true)],
            Words =
            [
                .. theme is null ? (RecordWords[])[] : [new("Theme", theme)],
                new(StateOf(answer), PlainBlocks.OfPost(answer.State == AnswerState.WillNot ? Refusal.Markdown(answer.Text) : answer.Text)),
                .. corrections.Select(c => new RecordWords($"Correction of {Say.ShortDay(c.At.DayIn(scope.Zone))}", $"{c.What}\n\nBecause: {c.Because}")),
            ],
        };

    private static string StateOf(Answer answer) => answer.State switch
    {
        AnswerState.Redirected => $"Redirected to {answer.Where}",
        AnswerState.WillNot => "We will not",
        AnswerState.Outstanding => $"Outstanding until {Say.ShortDay(answer.Until!.Value)}",
        _ => "Answer",
    };

    private static RecordItem Promised(Promise promise, RecordScope scope) => new(new(ResponsesModule.PromiseKind, promise.Id), "Promises", promise.What, promise.MadeDay)
    {
        People = [new("Owned by", promise.Owner, null, null, IsInOffice: true), .. promise.Givings.Select(g => new RecordPerson("Owned before by", g.From, null, null, IsInOffice: true)).Distinct()],
        Words =
        [
            new("Due", Say.ShortDay(promise.Due)),
            new("What would show it kept", promise.Evidence),
            .. promise.Changes.OrderBy(c => c.At).Select(c => new RecordWords($"Moved from {Say.ShortDay(c.From)} to {Say.ShortDay(c.To)}", c.Because)),
            .. promise.Givings.OrderBy(g => g.At).Select(g => new RecordWords($"Given to somebody else on {Say.ShortDay(g.At.DayIn(scope.Zone))}", g.Because)),
            .. promise.KeptDay is { } kept ? (RecordWords[])[new($"Kept on {Say.ShortDay(kept)}", promise.KeptText ?? "")] : [],
            .. promise.DroppedAt is { } dropped ? (RecordWords[])[new($"Dropped on {Say.ShortDay(dropped.DayIn(scope.Zone))}", promise.DroppedBecause ?? "")] : [],
        ],
    };
}
