namespace EngagementHub.Core.Ui;

/// <summary>One answer in a group of radios or check boxes.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Label">What the reader sees.</param>
/// <param name="Hint">Help below the label.</param>
public sealed record Choice(string Value, string Label, string? Hint = null);
