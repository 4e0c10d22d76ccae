namespace EngagementHub.Core.Ports;

/// <summary>What can be left over when a host goes.</summary>
public enum HandoverKind
{
    /// <summary>A question that has no final answer.</summary>
    Question,

    /// <summary>A promise that is neither kept nor dropped.</summary>
    Promise,
}

/// <summary>Something a host leaves, as it stands now.</summary>
/// <param name="Subject">The question or promise.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="Text">Its words, as readers see them.</param>
/// <param name="Holder">Who is to answer or keep it now; nothing when nobody is named.</param>
/// <param name="Due">By which local day, if one is set.</param>
/// <param name="Url">The local path where it is shown.</param>
/// <param name="IsOpen">Whether there is still something to do.</param>
/// <param name="State">How it stands, in words, as in "Kept".</param>
public sealed record HandoverItem(SubjectRef Subject, HandoverKind Kind, string Text, StaffId? Holder, DateOnly? Due, string Url, bool IsOpen, string State);

/// <summary>What people asked about, with a size that points at nobody.</summary>
/// <param name="Title">The theme.</param>
/// <param name="Url">The local path where it is shown.</param>
/// <param name="Comments">How many comments are in it; nothing when too few to say.</param>
/// <param name="State">How far it is answered, in words.</param>
public sealed record HandoverTheme(string Title, string Url, int? Comments, string State);

/// <summary>What was decided about one item at a handover.</summary>
/// <param name="Item">The question or promise.</param>
/// <param name="From">Who had it.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">UTC instant.</param>
/// <param name="Because">Why it was declined; nothing when it was taken over.</param>
public sealed record HandoverDecision(SubjectRef Item, StaffId? From, StaffId By, DateTimeOffset At, string? Because = null);

/// <summary>What a host leaves to whoever comes next. Published by the module that keeps questions and promises.</summary>
public interface IHandoverItems
{
    /// <summary>What is open now in the period, questions first, in the order they came.</summary>
    Task<IReadOnlyList<HandoverItem>> LeftOpenAsync(SubjectRef period, CancellationToken cancellation = default);

    /// <summary>Those items as they stand now, open or not; those that are not there any more are missing.</summary>
    Task<IReadOnlyDictionary<SubjectRef, HandoverItem>> ReadAsync(IReadOnlyCollection<SubjectRef> items, CancellationToken cancellation = default);

    /// <summary>The themes of the period, the largest first.</summary>
    Task<IReadOnlyList<HandoverTheme>> ThemesAsync(SubjectRef period, CancellationToken cancellation = default);

    /// <summary>Adds the decision to the current unit of work: who took an item over holds it from now on; one that was declined goes back to the blog's owner, or stays where it is when the owner declines it. The caller saves.</summary>
    /// <exception cref="BrokenRuleException">There is nothing left to do about the item.</exception>
    Task DecideAsync(HandoverDecision decision, CancellationToken cancellation = default);

    /// <summary>Adds a decision as the record has it, for history that was lived elsewhere; who holds the item stays as the record has that.</summary>
    Task RecallAsync(HandoverDecision decision, CancellationToken cancellation = default);
}
