namespace EngagementHub.Responses.Digests;

/// <summary>Every comment of a scope was accounted for in public, and the answers that were ready went out together.</summary>
/// <param name="Digest">The digest.</param>
/// <param name="Scope">The period or post it answers.</param>
/// <param name="Post">The post it became.</param>
/// <param name="By">Who published it.</param>
/// <param name="At">UTC instant.</param>
public sealed record DigestPublished(Guid Digest, SubjectRef Scope, SubjectRef Post, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "responses.digest.published", Scope);
}
