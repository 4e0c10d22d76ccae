namespace EngagementHub.Conversation;

/// <summary>Comments on all or some blogs were closed for a run of days.</summary>
/// <param name="Pause">The pause.</param>
/// <param name="By">Who closed them.</param>
/// <param name="At">UTC instant.</param>
/// <param name="Why">From when to when, where, and the reason.</param>
public sealed record CommentsPaused(Guid Pause, StaffId By, DateTimeOffset At, string Why) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "conversation.comments.paused", new SubjectRef("conversation.pause", Pause), Why);
}

/// <summary>Comments were opened again before the stated day.</summary>
/// <param name="Pause">The pause.</param>
/// <param name="By">Who opened them.</param>
/// <param name="At">UTC instant.</param>
public sealed record CommentsResumed(Guid Pause, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "conversation.comments.resumed", new SubjectRef("conversation.pause", Pause));
}
