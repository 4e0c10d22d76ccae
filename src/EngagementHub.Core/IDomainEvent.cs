namespace EngagementHub.Core;

/// <summary>Something that has happened in the domain, named in the past tense. Handled inside the same save.</summary>
public interface IDomainEvent;

/// <summary>An event that leaves a line in the audit trail, written in the same transaction as the change.</summary>
public interface IAudited : IDomainEvent
{
    /// <summary>The line to write: who, when, what, on what, why.</summary>
    AuditLine ToAudit();
}

/// <summary>One line of the audit trail.</summary>
/// <param name="By">Who acted; nothing for the system itself and for anonymous acts, whose author is never recorded.</param>
/// <param name="At">UTC instant of the act.</param>
/// <param name="What">Module, noun and verb in the past, as in <c>blogging.post.published</c>.</param>
/// <param name="On">The thing acted upon.</param>
/// <param name="Why">The reason that was given, if one was asked for.</param>
public sealed record AuditLine(StaffId? By, DateTimeOffset At, string What, SubjectRef On, string? Why = null);

/// <summary>A consequence of an event. Runs before the save that raised it, with the same <see cref="Data.HubDb"/>: both happen or neither.</summary>
/// <typeparam name="TEvent">The event it follows.</typeparam>
public interface IHandle<in TEvent>
    where TEvent : IDomainEvent
{
    /// <summary>Does the consequence. Must not call SaveChanges: the save is under way.</summary>
    Task HandleAsync(TEvent happened, CancellationToken cancellation);
}
