namespace EngagementHub.Conversation.Comments;

/// <summary>A comment as its writer hands it in.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="By">Who signs it; nothing for an anonymous comment, of whose writer the letterbox learns nothing.</param>
/// <param name="ReplyTo">The comment it answers.</param>
/// <param name="Receipt">The hash of the receipt code; nothing in recipes.</param>
internal sealed record Draft(string Text, Signature? By, Guid? ReplyTo = null, string? Receipt = null)
{
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>What is promised to the writer.</summary>
    public Anonymity Level { get; init; } = By is null ? Anonymity.NotRecorded : Anonymity.Named;

    /// <summary>The writer's mark in this discussion, where one person's comments are kept together.</summary>
    public string? Mark { get; init; }

    /// <summary>The writer's encrypted identifier, where names are withheld.</summary>
    public byte[]? Seal { get; init; }
}

/// <summary>Name and title as they were when the comment was signed.</summary>
internal sealed record Signature(StaffId Author, string Name, string Title)
{
    public static Signature Of(StaffCard card) => new(card.Id, card.Name, card.Title);
}
