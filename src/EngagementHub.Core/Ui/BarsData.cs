using System.Text.Json.Serialization;

namespace EngagementHub.Core.Ui;

/// <summary>How many there are of each kind, in the order of the kinds, such as tickets by the working days they took.</summary>
/// <param name="Title">What the picture says, as a sentence.</param>
/// <param name="Description">Of what, since when, and as of when.</param>
/// <param name="By">What the bars differ by, such as "working days".</param>
/// <param name="Counted">What is counted, such as "tickets".</param>
/// <param name="Bars">One for each kind, empty ones included.</param>
public sealed record BarsData(string Title, string Description, string By, string Counted, IReadOnlyList<Bar> Bars)
{
    /// <summary>What is promised, drawn as a line before the first bar that is beyond it; nothing for no line.</summary>
    public string? Limit { get; init; }
}

/// <summary>How many of one kind.</summary>
/// <param name="Label">The kind, such as "3" or "more than 20".</param>
/// <param name="Count">How many.</param>
/// <param name="Beyond">Whether the kind is beyond what is promised.</param>
/// <param name="Url">Where the rows behind it are.</param>
public sealed record Bar(string Label, int Count, bool Beyond = false, [property: JsonIgnore] string? Url = null);
