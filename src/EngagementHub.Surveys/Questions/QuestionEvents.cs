namespace EngagementHub.Surveys.Questions;

/// <summary>A question of the pulse checks got its first words, or other words.</summary>
/// <param name="Question">The question.</param>
/// <param name="Wording">The wording's number.</param>
/// <param name="By">Who worded it.</param>
/// <param name="At">UTC instant.</param>
public sealed record QuestionWorded(Guid Question, int Wording, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "surveys.question.worded", new SubjectRef(SurveysModule.QuestionKind, Question), $"wording {Wording}");
}
