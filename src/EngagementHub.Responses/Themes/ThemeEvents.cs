namespace EngagementHub.Responses.Themes;

internal sealed record ThemeMade(Guid Theme, string Title, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.theme.made", new SubjectRef(ResponsesModule.ThemeKind, Theme), Title);
}

internal sealed record ThemeRenamed(Guid Theme, string Old, string Title, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.theme.renamed", new SubjectRef(ResponsesModule.ThemeKind, Theme), $"from \"{Old}\" to \"{Title}\"");
}

internal sealed record ThemeMerged(Guid Theme, string Title, Guid Into, string IntoTitle, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.theme.merged", new SubjectRef(ResponsesModule.ThemeKind, Theme), $"\"{Title}\" into \"{IntoTitle}\"");
}

internal sealed record ThemeRemoved(Guid Theme, string Title, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.theme.removed", new SubjectRef(ResponsesModule.ThemeKind, Theme), Title);
}

internal sealed record ThemeSplit(Guid Theme, string Title, Guid Part, string PartTitle, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.theme.split", new SubjectRef(ResponsesModule.ThemeKind, Theme), $"\"{PartTitle}\" out of \"{Title}\"");
}

internal sealed record ThemeReordered(Guid Theme, string Title, int Place, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.theme.reordered", new SubjectRef(ResponsesModule.ThemeKind, Theme), $"\"{Title}\" stands at place {Place + 1}");
}

internal sealed record ThemeTraced(Guid Theme, string Title, SubjectRef To, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.theme.traced", new SubjectRef(ResponsesModule.ThemeKind, Theme), $"\"{Title}\" came from {To}");
}
