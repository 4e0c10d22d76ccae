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
    public AuditLine ToAudit() => new(By, At, "responses.theme.merged", new SubjectRef(ResponsesModule.ThemeKind, Theme), $"\"{Title}\" into \"{IntoTitle}\" ({Into})");
}

internal sealed record ThemeRemoved(Guid Theme, string Title, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.theme.removed", new SubjectRef(ResponsesModule.ThemeKind, Theme), Title);
}
