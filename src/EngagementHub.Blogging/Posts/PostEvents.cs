namespace EngagementHub.Blogging.Posts;

internal sealed record PostPublished(Guid Post, StaffId By, DateTimeOffset At, string? Scheduled) : IAudited
{
    public AuditLine ToAudit() => new(By, At, Scheduled is null ? "blogging.post.published" : "blogging.post.scheduled", new SubjectRef(Posts.Post.SubjectKind, Post), Scheduled);
}

internal sealed record PostRevised(Guid Post, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "blogging.post.revised", new SubjectRef(Posts.Post.SubjectKind, Post));
}

internal sealed record PostWithdrawn(Guid Post, StaffId By, DateTimeOffset At, string Why) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "blogging.post.withdrawn", new SubjectRef(Posts.Post.SubjectKind, Post), Why);
}

internal sealed record PostCorrected(Guid Post, StaffId By, DateTimeOffset At, string Why) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "blogging.post.corrected", new SubjectRef(Posts.Post.SubjectKind, Post), Why);
}

internal sealed record SectionAsked(Guid Post, StaffId Of, StaffId By, DateTimeOffset At) : IDomainEvent;

internal sealed record PostSubmitted(Guid Post, StaffId By, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "blogging.post.submitted", new SubjectRef(Posts.Post.SubjectKind, Post));
}

internal sealed record PostReturned(Guid Post, StaffId Author, StaffId By, DateTimeOffset At, string Why) : IAudited
{
    public AuditLine ToAudit() => new(By, At, "blogging.post.returned", new SubjectRef(Posts.Post.SubjectKind, Post), Why);
}
