namespace EngagementHub.Core;

/// <summary>A moderator has struck words of a thing. Whoever keeps words about it, in a notice, a mail that waits or a reason, strikes them there in the same save.</summary>
/// <param name="Of">The thing.</param>
/// <param name="Words">The words that were struck, exactly.</param>
/// <param name="InTheirPlace">What stands there now, as in "[redacted: personal data]".</param>
public sealed record WordsStruck(SubjectRef Of, IReadOnlyList<string> Words, string InTheirPlace) : IDomainEvent
{
    /// <summary>The text without the words, the longest struck first so that none leaves a part of another.</summary>
    public string In(string text) => Words.Where(w => w.Length > 0).OrderByDescending(w => w.Length).Aggregate(text, (left, words) => left.Replace(words, InTheirPlace, StringComparison.OrdinalIgnoreCase));
}
