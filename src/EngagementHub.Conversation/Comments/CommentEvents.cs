namespace EngagementHub.Conversation;

/// <summary>A comment came in. Says nothing about who wrote it, and leaves no audit line: the trail's order would tell when an anonymous one was written.</summary>
/// <param name="On">The thing it was written on.</param>
/// <param name="Comment">The comment.</param>
public sealed record CommentReceived(SubjectRef On, Guid Comment) : IDomainEvent;

/// <summary>Readers see a comment from now on.</summary>
/// <param name="On">The thing it was written on.</param>
/// <param name="Comment">The comment.</param>
public sealed record CommentPublished(SubjectRef On, Guid Comment) : IDomainEvent;

/// <summary>A comment that readers saw is hidden from them: declined, set aside, or its approval undone. Whoever shows a copy of it stops.</summary>
/// <param name="On">The thing it was written on.</param>
/// <param name="Comment">The comment.</param>
public sealed record CommentHidden(SubjectRef On, Guid Comment) : IDomainEvent;

/// <summary>A moderator declined a comment.</summary>
/// <param name="On">The thing it was written on.</param>
/// <param name="Comment">The comment.</param>
/// <param name="Under">The clause, as in "3 Personal cases".</param>
public sealed record CommentDeclined(SubjectRef On, Guid Comment, string Under) : IDomainEvent;

/// <summary>Words of a comment were struck; whoever keeps a copy of them strikes them too.</summary>
/// <param name="On">The thing it was written on.</param>
/// <param name="Comment">The comment.</param>
public sealed record CommentRedacted(SubjectRef On, Guid Comment) : IDomainEvent;

/// <summary>Its writer took a comment back; whoever keeps a copy of it drops it.</summary>
/// <param name="On">The thing it was written on.</param>
/// <param name="Comment">The comment.</param>
public sealed record CommentWithdrawn(SubjectRef On, Guid Comment) : IDomainEvent;

/// <summary>Its writer changed a comment that no moderator had decided; whoever keeps a copy of it reads it again. It may no longer be shown.</summary>
/// <param name="On">The thing it was written on.</param>
/// <param name="Comment">The comment.</param>
public sealed record CommentChanged(SubjectRef On, Guid Comment) : IDomainEvent;
