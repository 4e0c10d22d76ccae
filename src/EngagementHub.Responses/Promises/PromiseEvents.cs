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

/// <summary>A promise got another owner, who took it over when the host went.</summary>
/// <param name="Promise">The promise.</param>
/// <param name="From">Whose it was.</param>
/// <param name="To">Whose it is.</param>
/// <param name="At">UTC instant.</param>
public sealed record PromiseHandedOver(Guid Promise, StaffId From, StaffId To, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(To, At, "responses.promise.handed-over", new SubjectRef(ResponsesModule.PromiseKind, Promise), $"from {From} to {To}");
}
