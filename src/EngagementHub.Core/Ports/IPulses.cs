namespace EngagementHub.Core.Ports;

/// <summary>Something that pulse checks measure again and again: the engagement index, or the share that agrees with a question.</summary>
/// <param name="Measure">A question as <c>surveys.question</c>, the index as <c>surveys.index</c>.</param>
/// <param name="Key">How recipes name it, as in <c>effective-action</c> or <c>engagement-index</c>.</param>
/// <param name="Title">Its name for readers: the question's newest wording, or "Engagement index".</param>
/// <param name="Counted">What its figures count, as in "% who agree" or "points of 100".</param>
/// <param name="Url">The local path where its readings stand together.</param>
public sealed record PulseChoice(SubjectRef Measure, string Key, string Title, string Counted, string Url);

/// <summary>What became of one reading.</summary>
public enum PulseState
{
    /// <summary>The figure is published.</summary>
    Shown,

    /// <summary>Held back: too few answered, or it would give away a group that is too small.</summary>
    HeldBack,

    /// <summary>The figure is published, and fewer answered than was said beforehand to be needed: it speaks for those who did.</summary>
    TooFew,
}

/// <summary>What one published pulse check says about a measure.</summary>
/// <param name="Survey">The pulse check, as <c>surveys.survey</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Day">Its last local day.</param>
/// <param name="Wording">The number of the question's wording. Readings are compared only where it is the same. For the index it rises when one of its items is worded anew.</param>
/// <param name="State">Whether the figure may be shown.</param>
/// <param name="Value">The published figure, rounded; nothing when it is held back.</param>
/// <param name="Answers">How many answered; nothing when it is held back.</param>
/// <param name="Words">The figure in words, as in "64%" or "90% or more" or "held back".</param>
/// <param name="Url">The local path of the results.</param>
public sealed record PulseReading(SubjectRef Survey, string Title, DateOnly Day, int Wording, PulseState State, decimal? Value, int? Answers, string Words, string Url);

/// <summary>Published results of pulse checks. Published by the module that runs them; a hub without it has none.</summary>
public interface IPulses
{
    /// <summary>All that can be chosen.</summary>
    Task<IReadOnlyList<PulseChoice>> ChoicesAsync(CancellationToken cancellation = default);

    /// <summary>The readings of a measure, oldest first, of pulse checks whose results are published; empty when there is no such measure.</summary>
    /// <param name="measure">The question or the index.</param>
    /// <param name="unit">A unit by its name; everybody when nothing is said.</param>
    /// <param name="cancellation">Ends the work early.</param>
    Task<IReadOnlyList<PulseReading>> ReadAsync(SubjectRef measure, string? unit = null, CancellationToken cancellation = default);
}
