namespace EngagementHub.Responses.Questions;

internal sealed record QuestionAsked(Guid Question, string Wording, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.question.asked", new SubjectRef(ResponsesModule.QuestionKind, Question), Wording);
}

internal sealed record QuestionAnswered(Guid Question, Guid Answer, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.question.answered", new SubjectRef(ResponsesModule.QuestionKind, Question));
}
