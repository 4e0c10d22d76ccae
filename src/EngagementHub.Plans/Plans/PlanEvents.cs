namespace EngagementHub.Plans.Plans;

/// <summary>A plan was drafted.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">UTC instant.</param>
public sealed record PlanDrafted(Guid Plan, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.plan.drafted", new SubjectRef(PlansModule.PlanKind, Plan));
}

/// <summary>The draft of a plan was changed.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">UTC instant.</param>
public sealed record PlanRedrafted(Guid Plan, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.plan.redrafted", new SubjectRef(PlansModule.PlanKind, Plan));
}

/// <summary>A plan was adopted: from now on everybody reads it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">UTC instant.</param>
public sealed record PlanAdopted(Guid Plan, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.plan.adopted", new SubjectRef(PlansModule.PlanKind, Plan));
}

/// <summary>A plan was closed.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Because">The reason.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">UTC instant.</param>
public sealed record PlanClosed(Guid Plan, string Because, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.plan.closed", new SubjectRef(PlansModule.PlanKind, Plan), Because);
}

/// <summary>Something frozen or closed was corrected by a numbered revision.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Number">The number of the revision.</param>
/// <param name="Because">The reason.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">UTC instant.</param>
public sealed record PlanRevised(Guid Plan, int Number, string Because, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.plan.revised", new SubjectRef(PlansModule.PlanKind, Plan), $"revision {Number}: {Because}");
}

/// <summary>The day of a milestone was moved.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Months">The milestone, in months after the plan began.</param>
/// <param name="From">What it was before.</param>
/// <param name="To">What it is now.</param>
/// <param name="Because">The reason.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">UTC instant.</param>
public sealed record MilestoneMoved(Guid Plan, int Months, DateOnly From, DateOnly To, string Because, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.milestone.moved", new SubjectRef(PlansModule.PlanKind, Plan), $"{Months} months, {From:yyyy-MM-dd} to {To:yyyy-MM-dd}: {Because}");
}

/// <summary>How a plan stood at a milestone was frozen.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Months">The milestone, in months after the plan began.</param>
/// <param name="Point">The point in words.</param>
/// <param name="At">UTC instant.</param>
public sealed record MilestoneFrozen(Guid Plan, int Months, string Point, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(null, At, "plans.milestone.frozen", new SubjectRef(PlansModule.PlanKind, Plan), $"{Months} months: {Point}");
}

/// <summary>An action was added to a plan.</summary>
/// <param name="Action">The action.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">UTC instant.</param>
public sealed record ActionAdded(Guid Action, Guid Plan, StaffId Owner, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.action.added", new SubjectRef(PlansModule.ActionKind, Action));
}

/// <summary>An action names what caused it.</summary>
/// <param name="Action">The action.</param>
/// <param name="Subject">What caused it.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">UTC instant.</param>
public sealed record ActionLinked(Guid Action, SubjectRef Subject, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.action.linked", new SubjectRef(PlansModule.ActionKind, Action), Subject.ToString());
}

/// <summary>An action names the measure it should move.</summary>
/// <param name="Action">The action.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Called">What the measure was called then.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">UTC instant.</param>
public sealed record ActionMeasured(Guid Action, Guid Measure, string Called, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.action.measured", new SubjectRef(PlansModule.ActionKind, Action), Called);
}

/// <summary>The owner or a reviewer said how an action stands.</summary>
/// <param name="Action">The action.</param>
/// <param name="Side">Whose reading it is.</param>
/// <param name="Point">The point in words.</param>
/// <param name="Because">The reason.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">UTC instant.</param>
public sealed record ActionRead(Guid Action, string Side, string Point, string Because, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.action.read", new SubjectRef(PlansModule.ActionKind, Action), $"{Side}, {Point}: {Because}");
}

/// <summary>The day an action is due was moved.</summary>
/// <param name="Action">The action.</param>
/// <param name="From">What it was before.</param>
/// <param name="To">What it is now.</param>
/// <param name="Because">The reason.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">UTC instant.</param>
public sealed record ActionMoved(Guid Action, DateOnly From, DateOnly To, string Because, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.action.moved", new SubjectRef(PlansModule.ActionKind, Action), $"{From:yyyy-MM-dd} to {To:yyyy-MM-dd}: {Because}");
}

/// <summary>An action was done.</summary>
/// <param name="Action">The action.</param>
/// <param name="How">What was done.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">UTC instant.</param>
public sealed record ActionDone(Guid Action, string How, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.action.done", new SubjectRef(PlansModule.ActionKind, Action), How);
}

/// <summary>An action will not be done.</summary>
/// <param name="Action">The action.</param>
/// <param name="Because">The reason.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">UTC instant.</param>
public sealed record ActionDropped(Guid Action, string Because, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.action.dropped", new SubjectRef(PlansModule.ActionKind, Action), Because);
}

/// <summary>An action was given to somebody else.</summary>
/// <param name="Action">The action.</param>
/// <param name="From">What it was before.</param>
/// <param name="To">What it is now.</param>
/// <param name="Because">The reason.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">UTC instant.</param>
public sealed record ActionGiven(Guid Action, StaffId From, StaffId To, string Because, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "plans.action.given", new SubjectRef(PlansModule.ActionKind, Action), Because);
}
