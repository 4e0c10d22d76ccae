namespace EngagementHub.Plans.Benefits;

/// <summary>A programme was begun.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="By">Who began it.</param>
/// <param name="At">UTC instant.</param>
public sealed record ProgrammeBegun(Guid Programme, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.programme.begun", new SubjectRef(PlansModule.ProgrammeKind, Programme));
}

/// <summary>A benefit was entered in the register.</summary>
/// <param name="Benefit">The benefit.</param>
/// <param name="By">Who entered it.</param>
/// <param name="At">UTC instant.</param>
public sealed record BenefitRegistered(Guid Benefit, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.benefit.registered", new SubjectRef(PlansModule.BenefitKind, Benefit));
}

/// <summary>A year of a benefit was verified.</summary>
/// <param name="Benefit">The benefit.</param>
/// <param name="Year">The financial year.</param>
/// <param name="Amount">What was gained, in millions.</param>
/// <param name="Evidence">Where it can be checked.</param>
/// <param name="By">Who verified it.</param>
/// <param name="At">UTC instant.</param>
public sealed record BenefitVerified(Guid Benefit, string Year, decimal Amount, string Evidence, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.benefit.verified", new SubjectRef(PlansModule.BenefitKind, Benefit), FormattableString.Invariant($"{Year}: £{Amount}m. {Evidence}"));
}

/// <summary>A board was told how a quarter went.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Quarter">The quarter, in words.</param>
/// <param name="Revision">0 for the first account of the quarter, then the number of the revision.</param>
/// <param name="Because">Why an account was corrected.</param>
/// <param name="By">Who told it.</param>
/// <param name="At">UTC instant.</param>
public sealed record BoardTold(Guid Programme, string Quarter, int Revision, string? Because, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.board.told", new SubjectRef(PlansModule.ProgrammeKind, Programme), Because is null ? Quarter : $"{Quarter}, revision {Revision}: {Because}");
}
