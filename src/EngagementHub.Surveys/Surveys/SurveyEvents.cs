namespace EngagementHub.Surveys.Surveys;

/// <summary>A pulse check was opened: from then on neither its questions nor whom it asks can change.</summary>
/// <param name="Survey">The pulse check.</param>
/// <param name="Asked">How many people it asks.</param>
/// <param name="By">Who opened it.</param>
/// <param name="At">UTC instant.</param>
public sealed record SurveyOpened(Guid Survey, int Asked, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "surveys.survey.opened", new SubjectRef(SurveysModule.SurveyKind, Survey), $"{Asked} people are asked");
}

/// <summary>An opened pulse check became a draft again, before anybody had answered.</summary>
/// <param name="Survey">The pulse check.</param>
/// <param name="Because">The reason.</param>
/// <param name="By">Who took it back.</param>
/// <param name="At">UTC instant.</param>
public sealed record SurveyTakenBack(Guid Survey, string Because, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "surveys.survey.taken-back", new SubjectRef(SurveysModule.SurveyKind, Survey), Because);
}

/// <summary>A pulse check is over and was counted; what may be shown is decided for good.</summary>
/// <param name="Survey">The pulse check.</param>
/// <param name="At">UTC instant.</param>
public sealed record SurveyClosed(Guid Survey, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(null, At, "surveys.survey.closed", new SubjectRef(SurveysModule.SurveyKind, Survey));
}

/// <summary>What was said and what will be done was written, and with it the results were published.</summary>
/// <param name="Survey">The pulse check.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="At">UTC instant.</param>
public sealed record SurveyAnswered(Guid Survey, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "surveys.survey.responded", new SubjectRef(SurveysModule.SurveyKind, Survey));
}
