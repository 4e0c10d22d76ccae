namespace EngagementHub.Plans.Measures;

/// <summary>A measure was defined.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="By">Who defined it.</param>
/// <param name="At">UTC instant.</param>
public sealed record MeasureDefined(Guid Measure, Guid Plan, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.measure.defined", new SubjectRef(PlansModule.MeasureKind, Measure));
}

/// <summary>The baseline of a measure was frozen.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Value">The baseline.</param>
/// <param name="Day">The day it was taken.</param>
/// <param name="By">Who froze it.</param>
/// <param name="At">UTC instant.</param>
public sealed record BaselineFrozen(Guid Measure, decimal Value, DateOnly Day, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.baseline.frozen", new SubjectRef(PlansModule.MeasureKind, Measure), FormattableString.Invariant($"{Value:0.####} on {Day:yyyy-MM-dd}"));
}

/// <summary>A measure was read, or a reading corrected.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Value">What was read.</param>
/// <param name="Day">The day it was read.</param>
/// <param name="Because">Why a reading was corrected, or added to a frozen period.</param>
/// <param name="By">Who entered it; nobody when the source told it.</param>
/// <param name="At">UTC instant.</param>
public sealed record MeasureRead(Guid Measure, decimal Value, DateOnly Day, string? Because, StaffId? By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.measure.read", new SubjectRef(PlansModule.MeasureKind, Measure), FormattableString.Invariant($"{Value:0.####} on {Day:yyyy-MM-dd}") + (Because is null ? "" : $": {Because}"));
}
