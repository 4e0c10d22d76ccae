using EngagementHub.ServiceLevels.Levels;

namespace EngagementHub.ServiceLevels.Figures;

/// <summary>A month's figure beside the step that was in force then.</summary>
internal sealed record MonthFigure(DateOnly Month, Figure Figure, Measure Measure, Step Step)
{
    /// <summary>Whether anything was promised yet; figures from before a promise are shown and not judged.</summary>
    public bool Promised { get; init; } = true;

    /// <summary>For a backlog: how many were older than promised when the month ended, or as of now.</summary>
    public int Older { get; init; }

    /// <summary>What was signed, for a month that is; its figure then is the signed one.</summary>
    public SignedMark? Signed { get; init; }

    /// <summary>Beside a signed figure, the one that is worked out now; nothing when there is none any more.</summary>
    public MonthFigure? Live { get; init; }

    public int N => Measure switch
    {
        Measure.AverageWorkingDays or Measure.MedianWorkingDays => Figure.Completed,
        Measure.BacklogOlderThan => Figure.NotYetDue,
        _ => Figure.N,
    };

    public decimal? Value => Measure switch
    {
        Measure.AverageWorkingDays => Figure.Average,
        Measure.MedianWorkingDays => Figure.Median,
        Measure.BacklogOlderThan => Older,
        _ => Figure.Percent,
    };

    public Verdict Verdict =>
        Value is not { } value || !Promised ? Verdict.NoFigures
        : Measure != Measure.BacklogOlderThan && N < Figure.Enough ? Verdict.TooFewToSay
        : (Measure.IsPercentage() ? value >= Step.Target : value <= Step.Target) ? Verdict.Met : Verdict.Missed;

    public string ValueInWords => Value is not { } value ? "no figure" : Measure switch
    {
        Measure.MedianWorkingDays => $"{value.ToString("0.#", Say.English)} working days",
        Measure.AverageWorkingDays => $"{Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.0", Say.English)} working days",
        Measure.BacklogOlderThan => $"{value.ToString("N0", Say.English)} older than {Say.Count(Step.Within, "day")}",
        _ => Percent(value),
    };

    /// <summary>"96% of 412 within 5 working days".</summary>
    public string InWords => Value is null ? "No figures yet" : Measure switch
    {
        Measure.MedianWorkingDays => $"{ValueInWords} in the middle, of {N.ToString("N0", Say.English)} completed",
        Measure.AverageWorkingDays => $"{ValueInWords} on average, of {N.ToString("N0", Say.English)} completed",
        Measure.BacklogOlderThan => $"{ValueInWords}, of {N.ToString("N0", Say.English)} open",
        Measure.ShareCorrect => $"{ValueInWords} of {N.ToString("N0", Say.English)} correct",
        _ => $"{ValueInWords} of {N.ToString("N0", Say.English)} {Step.Promise(Measure)[(Step.Promise(Measure).IndexOf('%', StringComparison.Ordinal) + 2)..]}",
    };

    // Cut, not rounded: 94.96% must not be shown as the 95% that was promised and missed.
    public static string Percent(decimal value) => $"{(Math.Floor(value * 10) / 10).ToString("0.#", Say.English)}%";
}

/// <summary>Which revision of a month was signed, and when.</summary>
internal sealed record SignedMark(int Revision, DateTimeOffset At);
