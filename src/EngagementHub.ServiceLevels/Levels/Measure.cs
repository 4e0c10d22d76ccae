namespace EngagementHub.ServiceLevels.Levels;

/// <summary>What a service level counts.</summary>
internal enum Measure
{
    WithinWorkingDays,
    WithinWorkingHours,
    WithinElapsedHours,
    AverageWorkingDays,
    ShareCorrect,
    BacklogOlderThan,
    InTimeForCutOff,
    MedianWorkingDays,
}

/// <summary>What stops a ticket's clock.</summary>
internal enum Stops
{
    Resolution,
    FirstResponse,
}

/// <summary>Which of a ticket's days decides its month and the step that judges it.</summary>
internal enum Basis
{
    Due,
    Received,
    Completed,
}

/// <summary>The measures and bases in the words that recipes, forms and pages use.</summary>
internal static class MeasureWords
{
    public static IReadOnlyDictionary<string, Measure> Measures { get; } = new Dictionary<string, Measure>(StringComparer.OrdinalIgnoreCase)
    {
        ["within working days"] = Measure.WithinWorkingDays,
        ["within working hours"] = Measure.WithinWorkingHours,
        ["within elapsed hours"] = Measure.WithinElapsedHours,
        ["average working days"] = Measure.AverageWorkingDays,
        ["share correct"] = Measure.ShareCorrect,
        ["backlog older than"] = Measure.BacklogOlderThan,
        ["in time for a cut-off"] = Measure.InTimeForCutOff,
        ["median working days"] = Measure.MedianWorkingDays,
    };

    public static IReadOnlyDictionary<string, Basis> Bases { get; } = new Dictionary<string, Basis>(StringComparer.OrdinalIgnoreCase)
    {
        ["due"] = Basis.Due,
        ["received"] = Basis.Received,
        ["completed"] = Basis.Completed,
    };

    public static IReadOnlyDictionary<string, Stops> Ends { get; } = new Dictionary<string, Stops>(StringComparer.OrdinalIgnoreCase)
    {
        ["resolution"] = Stops.Resolution,
        ["first response"] = Stops.FirstResponse,
    };

    public static bool IsShareInTime(this Measure measure) => measure <= Measure.WithinElapsedHours || measure == Measure.InTimeForCutOff;

    public static bool NeedsWithin(this Measure measure) => measure is <= Measure.WithinElapsedHours or Measure.BacklogOlderThan;

    public static bool IsTypicalTime(this Measure measure) => measure is Measure.AverageWorkingDays or Measure.MedianWorkingDays;

    public static bool IsInHours(this Measure measure) => measure is Measure.WithinWorkingHours or Measure.WithinElapsedHours;

    public static bool IsPercentage(this Measure measure) => measure.IsShareInTime() || measure == Measure.ShareCorrect;
}
