using EngagementHub.Conversation.Moderation;

namespace EngagementHub.Conversation.Comments;

/// <summary>A comment as its writer hands it in.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="By">Who signs it; nothing for an anonymous comment, of whose writer the letterbox learns nothing.</param>
/// <param name="ReplyTo">The comment it answers.</param>
/// <param name="Receipt">The hash of the receipt code; nothing in recipes.</param>
internal sealed record Draft(string Text, Signature? By, Guid? ReplyTo = null, string? Receipt = null)
{
    private CheckedWords? _words;
    private IReadOnlyList<string>? _heldBy;

    /// <summary>The identifier of the comment, where something is bound to it already or a recipe says it; else its delivery gives one.</summary>
    public Guid? Id { get; init; }

    /// <summary>The words as they are kept and shown, made when they are first asked for.</summary>
    /// <exception cref="BrokenRuleException">They cannot be taken.</exception>
    public CheckedWords Words => _words ??= CheckedWords.Of(Text);

    /// <summary>The rules that find something in what was typed, looked through when it is first asked.</summary>
    public IReadOnlyList<string> HeldBy(HoldRules rules) => _heldBy ??= [.. rules.In(Text).Select(s => s.Rule)];

    /// <summary>What is promised to the writer.</summary>
    public Anonymity Level { get; init; } = By is null ? Anonymity.NotRecorded : Anonymity.Named;

    /// <summary>The writer's mark in this discussion, where one person's comments are kept together.</summary>
    public string? Mark { get; init; }

    /// <summary>The writer's encrypted identifier, where names are withheld.</summary>
    public byte[]? Seal { get; init; }
}

/// <summary>What somebody typed, cleaned and checked, and as safe HTML.</summary>
internal sealed record CheckedWords(string Text, string Html)
{
    public static CheckedWords Of(string? typed)
    {
        var text = CommentWords.Checked(typed);
        return new CheckedWords(text, CommentWords.Html(text, []));
    }
}

/// <summary>Name and title as they were when the comment was signed.</summary>
internal sealed record Signature(StaffId Author, string Name, string Title)
{
    public static Signature Of(StaffCard card) => new(card.Id, card.Name, card.Title);
}
