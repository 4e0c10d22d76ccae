namespace EngagementHub.Conversation;

/// <summary>A moderator halted a discussion.</summary>
/// <param name="On">The thing it is about.</param>
/// <param name="By">The moderator.</param>
/// <param name="At">UTC instant.</param>
/// <param name="LastDay">The last halted local day; nothing when a moderator will open it again.</param>
/// <param name="Under">The clause, as in "1 Be civil".</param>
/// <param name="Reason">Why.</param>
public sealed record DiscussionHalted(SubjectRef On, StaffId By, DateTimeOffset At, DateOnly? LastDay, string Under, string Reason) : IAudited
{
    /// <summary>The number of the comment whose thread is halted; nothing for the whole discussion.</summary>
    public int? Thread { get; init; }

    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "conversation.discussion.halted", On, Thread is null ? $"{Under}: {Reason}" : $"Thread #{Thread}. {Under}: {Reason}");
}

/// <summary>A moderator opened a halted discussion again before its day.</summary>
/// <param name="On">The thing it is about.</param>
/// <param name="By">The moderator.</param>
/// <param name="At">UTC instant.</param>
public sealed record DiscussionReopened(SubjectRef On, StaffId By, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(By, At, "conversation.discussion.reopened", On);
}

/// <summary>The key that kept one person's comments together was destroyed, as promised. Nobody acted: the day came.</summary>
/// <param name="On">The thing that was discussed.</param>
/// <param name="At">UTC instant.</param>
public sealed record PseudonymKeyDestroyed(SubjectRef On, DateTimeOffset At) : IAudited
{
    /// <inheritdoc/>
    public AuditLine ToAudit() => new(null, At, "conversation.key.destroyed", On);
}
