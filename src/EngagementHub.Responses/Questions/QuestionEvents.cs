namespace EngagementHub.Responses.Questions;

internal sealed record QuestionAsked(Guid Question, string Wording, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.question.asked", new SubjectRef(ResponsesModule.QuestionKind, Question), Wording);
}

internal sealed record QuestionReworded(Guid Question, string From, string To, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.question.reworded", new SubjectRef(ResponsesModule.QuestionKind, Question), $"from \"{From}\" to \"{To}\"");
}

internal sealed record QuestionMoved(Guid Question, Guid From, Guid To, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.question.moved", new SubjectRef(ResponsesModule.QuestionKind, Question), $"from theme {From} to {To}");
}

internal sealed record QuestionAnswered(Guid Question, Guid Answer, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.question.answered", new SubjectRef(ResponsesModule.QuestionKind, Question));
}

internal sealed record QuestionGiven(Guid Question, StaffId? From, StaffId To, DateOnly? FromDue, DateOnly? ToDue, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.question.given", new SubjectRef(ResponsesModule.QuestionKind, Question), $"from {Told(From, FromDue)} to {Told(To, ToDue)}");

    private static string Told(StaffId? who, DateOnly? due) => $"{who?.ToString() ?? "nobody"}{(due is null ? "" : $" by {due:yyyy-MM-dd}")}";
}

/// <summary>An answer was begun or changed before it was published; both wordings are kept as excerpts.</summary>
internal sealed record AnswerWritten(Guid Question, Guid Answer, string? From, string To, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(
        By, At, From is null ? "responses.answer.begun" : "responses.answer.changed", new SubjectRef(ResponsesModule.AnswerKind, Answer), From is null ? To : $"from {From} to {To}");
}
