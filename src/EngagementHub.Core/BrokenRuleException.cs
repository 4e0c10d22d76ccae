namespace EngagementHub.Core;

/// <summary>A rule of the domain was broken by what a person asked for. The sentence is written for that person and is shown as it is, with status 422.</summary>
public sealed class BrokenRuleException : Exception
{
    private readonly IReadOnlyList<BrokenRuleException>? _together;

    /// <summary>Says which rule was broken.</summary>
    /// <param name="sentence">A whole sentence for the person, without a full stop: what is wrong and what would be right.</param>
    /// <param name="field">The form field it belongs to, or nothing when it belongs to the whole act.</param>
    public BrokenRuleException(string sentence, string? field = null)
        : base(sentence) => Field = field;

    private BrokenRuleException(IReadOnlyList<BrokenRuleException> together)
        : this(together[0].Message, together[0].Field) => _together = together;

    /// <summary>The form field it belongs to, if any.</summary>
    public string? Field { get; }

    /// <summary>Every rule that was found broken at the same time; itself alone where no other was looked at.</summary>
    public IReadOnlyList<BrokenRuleException> All => _together ?? [this];

    /// <summary>Several broken rules as one; it speaks with the words of the first where only one is heard.</summary>
    /// <param name="found">One at least.</param>
    public static BrokenRuleException Together(IReadOnlyList<BrokenRuleException> found) => found is [var only] ? only : new([.. found]);

    /// <summary>The same for a form that knows the fields by other names.</summary>
    /// <param name="name">The name there of a field here.</param>
    public BrokenRuleException Under(Func<string, string?> name) =>
        Together([.. All.Select(broken => broken.Field is { } field ? new BrokenRuleException(broken.Message, name(field)) : broken)]);
}
