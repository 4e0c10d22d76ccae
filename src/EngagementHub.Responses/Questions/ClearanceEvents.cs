namespace EngagementHub.Responses.Questions;

internal sealed record ClearanceAsked(Guid Question, bool Needed, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, Needed ? "responses.clearance.asked" : "responses.clearance.waived", new SubjectRef(ResponsesModule.QuestionKind, Question));
}

internal sealed record AnswerCleared(Guid Answer, string Wording, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.answer.cleared", new SubjectRef(ResponsesModule.AnswerKind, Answer), Wording);
}

internal sealed record ClearanceRuleSaid(SubjectRef Scope, string Blog, bool Always, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.clearance.ruled", Scope, $"{Blog}: {(Always ? "every answer is cleared" : "each question says for itself")}");
}
