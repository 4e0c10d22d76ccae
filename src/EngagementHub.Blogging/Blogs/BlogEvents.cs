namespace EngagementHub.Blogging.Blogs;

internal sealed record BlogOpened(Guid Blog, StaffId By, DateTimeOffset At, string Name) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "blogging.blog.opened", new SubjectRef(Blogs.Blog.SubjectKind, Blog), Name);
}

internal sealed record BlogChanged(Guid Blog, StaffId By, DateTimeOffset At, string Change) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "blogging.blog.changed", new SubjectRef(Blogs.Blog.SubjectKind, Blog), Change);
}
