using EngagementHub.Blogging.Hosting;

namespace EngagementHub.Blogging.Handover;

internal sealed record HandoverWordsSaid(Guid Period, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "blogging.handover.words", new SubjectRef(HostingPeriod.SubjectKind, Period));
}

internal sealed record HandoverItemDecided(Guid Line, Guid Period, HandoverDecision Decision) : IAudited
{
    public AuditLine ToAudit() => new(
        Decision.By, Decision.At, Decision.Because is null ? "blogging.handover.taken-over" : "blogging.handover.declined", new SubjectRef(HostingPeriod.SubjectKind, Period),
        $"{Decision.Item} of {Decision.From?.ToString() ?? "nobody"}{(Decision.Because is null ? "" : $": {Decision.Because}")}");
}
