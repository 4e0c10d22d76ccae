using System.Text.Json.Serialization;

namespace EngagementHub.Core.Ui;

/// <summary>Shares by month against a promise that may change.</summary>
/// <param name="Title">What the picture says, as a sentence, such as "Desktops arrived late in March".</param>
/// <param name="Description">Of what, since when, and as of when.</param>
/// <param name="Measure">The line's name, such as "within 5 working days".</param>
/// <param name="Points">One for each month, in order, gaps included.</param>
/// <param name="Targets">The promise, step by step; none draws no target.</param>
public sealed record ChartData(
    string Title,
    string Description,
    string Measure,
    IReadOnlyList<ChartPoint> Points,
    IReadOnlyList<ChartTarget> Targets)
{
    /// <summary>The promise that held in a month.</summary>
    /// <param name="month">The month's first day.</param>
    public ChartTarget? TargetIn(DateOnly month) => Targets.LastOrDefault(target => target.From <= month);
}

/// <summary>One month's share.</summary>
/// <param name="Month">The month's first day.</param>
/// <param name="Percent">The share, 0 to 100; nothing when nothing was counted.</param>
/// <param name="Of">How many it is a share of.</param>
/// <param name="Url">Where the rows behind the figure are.</param>
/// <param name="Few">Whether it is a share of too few to say anything; drawn as an open grey mark.</param>
public sealed record ChartPoint(DateOnly Month, decimal? Percent, int Of, [property: JsonIgnore] string? Url = null, bool Few = false)
{
    /// <summary>What statistics write behind a figure, such as p for provisional.</summary>
    public string Mark { get; init; } = "";
}

/// <summary>A promise from a month on.</summary>
/// <param name="From">The first month it holds.</param>
/// <param name="Percent">The share promised, 0 to 100.</param>
/// <param name="Text">The promise in words, such as "95% within 5 working days".</param>
public sealed record ChartTarget(DateOnly From, decimal Percent, string Text);
