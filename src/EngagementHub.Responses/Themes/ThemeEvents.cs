namespace EngagementHub.Responses.Themes;

internal sealed record ThemeMade(Guid Theme, string Title, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.theme.made", new SubjectRef(ResponsesModule.ThemeKind, Theme), Title);
}

internal sealed record ThemeRenamed(Guid Theme, string Old, string Title, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "responses.theme.renamed", new SubjectRef(ResponsesModule.ThemeKind, Theme), $"from \"{Old}\" to \"{Title}\"");
}
