namespace EngagementHub.Core;

/// <summary>A rule of the domain was broken by what a person asked for. The sentence is written for that person and is shown as it is, with status 422.</summary>
public sealed class BrokenRuleException : Exception
{
    /// <summary>Says which rule was broken.</summary>
    /// <param name="sentence">A whole sentence for the person, without a full stop: what is wrong and what would be right.</param>
    /// <param name="field">The form field it belongs to, or nothing when it belongs to the whole act.</param>
    public BrokenRuleException(string sentence, string? field = null)
        : base(sentence) => Field = field;

    /// <summary>The form field it belongs to, if any.</summary>
    public string? Field { get; }
}
