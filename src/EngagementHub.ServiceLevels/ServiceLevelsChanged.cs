namespace EngagementHub.ServiceLevels;

/// <summary>Something about a service, its promises, its calendar or the way its tickets are read was changed by somebody.</summary>
/// <param name="On">The service, the level, the calendar or the mapping.</param>
/// <param name="What">Noun and verb in the past, as in <c>level.step-added</c>.</param>
/// <param name="By">Who changed it; nothing for a recipe.</param>
/// <param name="At">UTC instant.</param>
/// <param name="Detail">What it says now, in words.</param>
public sealed record ServiceLevelsChanged(SubjectRef On, string What, StaffId? By, DateTimeOffset At, string Detail) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, $"servicelevels.{What}", On, Detail);
}

/// <summary>Who does something, and when.</summary>
internal readonly record struct Act(StaffId? By, DateTimeOffset At);
