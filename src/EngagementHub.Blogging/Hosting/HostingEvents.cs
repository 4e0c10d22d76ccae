namespace EngagementHub.Blogging.Hosting;

internal sealed record HostInvited(Guid Period, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "blogging.period.invited", new SubjectRef(HostingPeriod.SubjectKind, Period));
}

internal sealed record HostingAccepted(Guid Period, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "blogging.period.accepted", new SubjectRef(HostingPeriod.SubjectKind, Period));
}

internal sealed record HostingDeclined(Guid Period, StaffId By, DateTimeOffset At, string Why) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "blogging.period.declined", new SubjectRef(HostingPeriod.SubjectKind, Period), Why);
}

internal sealed record HostingWithdrawn(Guid Period, StaffId By, DateTimeOffset At, string Why) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "blogging.period.withdrawn", new SubjectRef(HostingPeriod.SubjectKind, Period), Why);
}

internal sealed record HostingLastDayChanged(Guid Period, StaffId By, DateTimeOffset At, string Why) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "blogging.period.last-day-changed", new SubjectRef(HostingPeriod.SubjectKind, Period), Why);
}

internal sealed record CoResponderNamed(Guid Period, StaffId Person, StaffId By, DateTimeOffset At, string Title) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "blogging.period.co-responder-named", new SubjectRef(HostingPeriod.SubjectKind, Period), $"{Person} as {Title}");
}

internal sealed record CoResponderReleased(Guid Period, StaffId Person, StaffId By, DateTimeOffset At, string Title) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "blogging.period.co-responder-released", new SubjectRef(HostingPeriod.SubjectKind, Period), $"{Person} as {Title}");
}

internal sealed record QuestionWindowPublished(Guid Period, StaffId By, DateTimeOffset At, string Change) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "blogging.period.question-window", new SubjectRef(HostingPeriod.SubjectKind, Period), Change);
}

internal sealed record StandInChanged(Guid Period, StaffId? From, StaffId? To, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(
        By, At, "blogging.period.stand-in-changed", new SubjectRef(HostingPeriod.SubjectKind, Period), $"from {From?.ToString() ?? "nobody"} to {To?.ToString() ?? "nobody"}");
}
