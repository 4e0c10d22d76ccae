namespace EngagementHub.Responses.Promises;

/// <summary>A promise was given to readers.</summary>
/// <param name="Promise">The promise.</param>
/// <param name="Owner">Who keeps it.</param>
/// <param name="Due">By which local day.</param>
/// <param name="By">Who made it public.</param>
/// <param name="At">UTC instant.</param>
public sealed record PromiseMade(Guid Promise, StaffId Owner, DateOnly Due, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "responses.promise.made", new SubjectRef(ResponsesModule.PromiseKind, Promise));
}

/// <summary>A promise was kept.</summary>
/// <param name="Promise">The promise.</param>
/// <param name="Owner">Whose it was.</param>
/// <param name="How">What was done.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">UTC instant.</param>
public sealed record PromiseKept(Guid Promise, StaffId Owner, string How, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "responses.promise.kept", new SubjectRef(ResponsesModule.PromiseKind, Promise), How);
}

/// <summary>The day a promise is due was moved.</summary>
/// <param name="Promise">The promise.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="From">The day it was due; it stays in view.</param>
/// <param name="To">The day it is due now.</param>
/// <param name="Because">The reason.</param>
/// <param name="By">Who moved it.</param>
/// <param name="At">UTC instant.</param>
public sealed record PromiseChanged(Guid Promise, StaffId Owner, DateOnly From, DateOnly To, string Because, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() =>
        new(By, At, "responses.promise.changed", new SubjectRef(ResponsesModule.PromiseKind, Promise), $"{From:yyyy-MM-dd} to {To:yyyy-MM-dd}: {Because}");
}

/// <summary>A promise will not be kept.</summary>
/// <param name="Promise">The promise.</param>
/// <param name="Owner">Whose it was.</param>
/// <param name="Because">The reason.</param>
/// <param name="By">Who dropped it.</param>
/// <param name="At">UTC instant.</param>
public sealed record PromiseDropped(Guid Promise, StaffId Owner, string Because, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "responses.promise.dropped", new SubjectRef(ResponsesModule.PromiseKind, Promise), Because);
}

/// <summary>A promise got another owner when the host went: who took it over, or the blog's owner when it was declined.</summary>
/// <param name="Promise">The promise.</param>
/// <param name="From">Whose it was.</param>
/// <param name="To">Whose it is.</param>
/// <param name="By">Who took it over or declined it.</param>
/// <param name="At">UTC instant.</param>
public sealed record PromiseHandedOver(Guid Promise, StaffId From, StaffId To, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "responses.promise.handed-over", new SubjectRef(ResponsesModule.PromiseKind, Promise), $"from {From} to {To}");
}

/// <summary>A promise was given to somebody else to keep.</summary>
/// <param name="Promise">The promise.</param>
/// <param name="From">Whose it was.</param>
/// <param name="To">Whose it is.</param>
/// <param name="Because">The reason.</param>
/// <param name="By">Who gave it.</param>
/// <param name="At">UTC instant.</param>
public sealed record PromiseGiven(Guid Promise, StaffId From, StaffId To, string Because, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "responses.promise.given", new SubjectRef(ResponsesModule.PromiseKind, Promise), $"from {From} to {To}: {Because}");
}

/// <summary>A service level was chosen as the evidence of a promise, or is no longer.</summary>
/// <param name="Promise">The promise.</param>
/// <param name="Level">The service level; nothing when people say how it stands.</param>
/// <param name="By">Who chose it.</param>
/// <param name="At">UTC instant.</param>
public sealed record PromiseMeasured(Guid Promise, SubjectRef? Level, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "responses.promise.measured", new SubjectRef(ResponsesModule.PromiseKind, Promise), Level is { } level ? $"by {level}" : "by nothing");
}

/// <summary>The figure said whether a promise was kept. Nobody acted.</summary>
/// <param name="Promise">The promise.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Said">What it said, in words.</param>
/// <param name="At">UTC instant.</param>
public sealed record PromiseJudgedByFigure(Guid Promise, StaffId Owner, string Said, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(null, At, "responses.promise.judged-by-the-figure", new SubjectRef(ResponsesModule.PromiseKind, Promise), Said);
}

/// <summary>Somebody said that a promise was not kept though its figure says so.</summary>
/// <param name="Promise">The promise.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Because">The reason.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">UTC instant.</param>
public sealed record PromiseOverruled(Guid Promise, StaffId Owner, string Because, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "responses.promise.overruled", new SubjectRef(ResponsesModule.PromiseKind, Promise), Because);
}
