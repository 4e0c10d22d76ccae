using EngagementHub.Core.Text;
using EngagementHub.Core.Time;
using EngagementHub.Responses.Corrections;
using EngagementHub.Responses.Handover;
using EngagementHub.Responses.Promises;
using EngagementHub.Responses.Questions;
using EngagementHub.Responses.Themes;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Slots;

/// <summary>A question with what readers may know of its answer.</summary>
internal sealed record ReaderQuestion(Guid Id, Guid Theme, SubjectRef Scope, string Wording, int? Askers, Answer? Answer, StaffCard? By, DateOnly? Day)
{
    public IReadOnlyList<Promise> Promises { get; init; } = [];

    public string? Awaited { get; init; }

    /// <summary>What was put right in its answers since they were published.</summary>
    public IReadOnlyList<CorrectionLine> Corrections { get; init; } = [];

    /// <summary>That those who asked had it reopened, when, and whether it has been answered again.</summary>
    public string? Reopened { get; init; }

    /// <summary>Whether it waits for an answer once more.</summary>
    public bool WaitsAgain { get; init; }

    /// <summary>Who took it over or declined it when its host went.</summary>
    public IReadOnlyList<string> Handings { get; init; } = [];

    public string Url => $"/responses/themes/{Theme}#question-{Id}";

    public string Kind => Answer?.State switch
    {
        null => "grey",
        _ when WaitsAgain => "waiting",
        AnswerState.Answered => "good",
        AnswerState.Outstanding => "waiting",
        _ => "neutral",
    };

    public string Word => Answer?.State switch
    {
        null => "Not answered yet",
        _ when WaitsAgain => "Reopened",
        AnswerState.Answered => "Answered",
        AnswerState.Redirected => "Redirected",
        AnswerState.WillNot => "We will not",
        _ => $"Outstanding until {Say.ShortDay(Answer!.Until!.Value)}",
    };

    public string Html => Answer is null ? "" : PostText.ToHtml(Answer.State == AnswerState.WillNot ? Refusal.Markdown(Answer.Text) : Answer.Text);

    public string Excerpt => Answer is null ? "" : PlainText.Excerpt(Answer.State == AnswerState.WillNot ? Refusal.Sentence(Answer.Text) : Answer.Text, 180);
}

internal sealed class ReaderQuestions(HubDb db, PeopleAndPlaces people, ScopeDesk desk, ReaderQuestions.Notes notes)
{
    public async Task<IReadOnlyList<ReaderQuestion>> OfAsync(IReadOnlyList<Question> questions)
    {
        var now = desk.Now;
        var answers = questions.Select(q => q.CurrentAt(now)).OfType<Answer>().Select(a => new SubjectRef(ResponsesModule.AnswerKind, a.Id)).ToList();
        var promises = await db.Promises.AsNoTracking().Where(p => answers.Contains(p.MadeOn) && p.MadeAt <= now).ToListAsync();
        await people.LearnAsync([.. questions.Select(q => q.CurrentAt(now)?.By ?? q.Responder).OfType<StaffId>(), .. promises.Select(p => p.Owner)]);
        var handed = await notes.Handings.OfAsync([.. questions.Select(SubjectOf)]);
        var corrected = await notes.Corrections.OfAsync([.. questions.SelectMany(q => q.Answers).Select(a => new SubjectRef(ResponsesModule.AnswerKind, a.Id))]);
        return [.. questions.Select(q => Read(q, promises) with { Handings = [.. handed[SubjectOf(q)]], Corrections = [.. q.Answers.SelectMany(a => corrected[new(ResponsesModule.AnswerKind, a.Id)])] })];
    }

    private static SubjectRef SubjectOf(Question question) => new(ResponsesModule.QuestionKind, question.Id);

    private ReaderQuestion Read(Question question, List<Promise> promises)
    {
        var answer = question.CurrentAt(desk.Now);
        return new ReaderQuestion(
            question.Id, question.Theme, question.Scope, question.Wording,
            question.Comments.Count >= Theme.FewestToCount ? question.Comments.Count : null,
            answer,
            answer is null ? null : people.CardOf(answer.By),
            answer is null ? null : desk.DayOf(answer.PublishedAt!.Value))
        {
            Promises = [.. promises.Where(p => p.MadeOn.Id == answer?.Id)],
            Reopened = question.ReopenedAt <= desk.Now ? ReopenedInWords(question) : null,
            WaitsAgain = question.IsReopenedAt(desk.Now),
            Awaited = question.Responder is { } who && people.CardOf(who) is { } card ? $"{card.Name}{(question.Due is { } due ? $", by {Say.ShortDay(due)}" : "")}" : null,
        };
    }

    private string ReopenedInWords(Question question) =>
        $"Reopened on {Say.Day(desk.DayOf(question.ReopenedAt!.Value))}: {notes.Rule.InWords}, said that the answer did not answer it. {(question.IsReopenedAt(desk.Now) ? "It is to be answered again." : "It was answered again.")}";

    /// <summary>What stands beside questions and answers.</summary>
    internal sealed record Notes(HandingLines Handings, Reopening.ReopeningRule Rule, CorrectionLines Corrections);
}
