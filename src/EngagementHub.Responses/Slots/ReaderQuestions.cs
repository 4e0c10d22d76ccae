using EngagementHub.Core.Text;
using EngagementHub.Core.Time;
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

    public string Url => $"/responses/themes/{Theme}#question-{Id}";

    public string Kind => Answer?.State switch
    {
        null => "grey",
        AnswerState.Answered => "good",
        AnswerState.Outstanding => "waiting",
        _ => "neutral",
    };

    public string Word => Answer?.State switch
    {
        null => "Not answered yet",
        AnswerState.Answered => "Answered",
        AnswerState.Redirected => "Redirected",
        AnswerState.WillNot => "We will not",
        _ => $"Outstanding until {Say.ShortDay(Answer!.Until!.Value)}",
    };

    public string Html => Answer is null ? "" : PostText.ToHtml(Answer.State == AnswerState.WillNot ? Refusal.Markdown(Answer.Text) : Answer.Text);

    public string Excerpt => Answer is null ? "" : PlainText.Excerpt(Answer.State == AnswerState.WillNot ? Refusal.Sentence(Answer.Text) : Answer.Text, 180);
}

internal sealed class ReaderQuestions(HubDb db, PeopleAndPlaces people, ScopeDesk desk)
{
    public async Task<IReadOnlyList<ReaderQuestion>> OfAsync(IReadOnlyList<Question> questions)
    {
        var now = desk.Now;
        var answers = questions.Select(q => q.CurrentAt(now)).OfType<Answer>().Select(a => new SubjectRef(ResponsesModule.AnswerKind, a.Id)).ToList();
        var promises = await db.Promises.AsNoTracking().Where(p => answers.Contains(p.MadeOn) && p.MadeAt <= now).ToListAsync();
        await people.LearnAsync([.. questions.Select(q => q.CurrentAt(now)?.By ?? q.Responder).OfType<StaffId>(), .. promises.Select(p => p.Owner)]);
        return [.. questions.Select(q => Read(q, promises))];
    }

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
            Awaited = question.Responder is { } who && people.CardOf(who) is { } card ? $"{card.Name}{(question.Due is { } due ? $", by {Say.ShortDay(due)}" : "")}" : null,
        };
    }
}
