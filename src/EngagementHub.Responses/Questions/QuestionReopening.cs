namespace EngagementHub.Responses.Questions;

/// <summary>A question that was answered and asked again, because enough of those who asked said that the answer does not answer it. That happens once.</summary>
internal sealed partial class Question
{
    public DateTimeOffset? ReopenedAt { get; private set; }

    /// <summary>Whether it waits for an answer again.</summary>
    public bool IsReopened => IsReopenedFor(Current);

    public bool IsReopenedAt(DateTimeOffset now) => ReopenedAt <= now && IsReopenedFor(CurrentAt(now));

    public void Reopen(Answer answer, DateTimeOffset at)
    {
        if (ReopenedAt is null)
        {
            ReopenedAt = at;
            Raise(new QuestionReopened(Id, answer.Id, at));
        }
    }

    private bool IsReopenedFor(Answer? answer) => answer?.PublishedAt <= ReopenedAt;
}

internal sealed record QuestionReopened(Guid Question, Guid Answer, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(null, At, "responses.question.reopened", new SubjectRef(ResponsesModule.QuestionKind, Question), "Those who asked say that the answer does not answer it");
}
