namespace EngagementHub.ServiceLevels.Levels;

/// <summary>What is promised from a day on, until the next step: a target, and for most measures within how long.</summary>
internal sealed record Step(DateOnly From, decimal Target, int Within)
{
    private const decimal MostTarget = 1_000_000;

    /// <summary>"95% within 5 working days from 1 April 2007".</summary>
    public string InWords(Measure measure) => $"{Promise(measure)} from {Say.ShortDay(From)}";

    /// <summary>"95% within 5 working days".</summary>
    public string Promise(Measure measure) => measure switch
    {
        Measure.WithinWorkingDays => $"{Number}% within {Say.Count(Within, "working day")}",
        Measure.WithinWorkingHours => $"{Number}% within {Say.Count(Within, "working hour")}",
        Measure.WithinElapsedHours => $"{Number}% within {Say.Count(Within, "hour")}",
        Measure.AverageWorkingDays => $"{Number} working days on average, or fewer",
        Measure.MedianWorkingDays => $"half within {Number} working days, or fewer",
        Measure.InTimeForCutOff => $"{Number}% in time for the next cut-off",
        Measure.ShareCorrect => $"{Number}% correct",
        _ => $"no more than {Number} older than {Say.Count(Within, "day")}",
    };

    public void Check(Measure measure)
    {
        if (Target < 0 || (measure.IsPercentage() && Target is <= 0 or > 100))
        {
            throw new BrokenRuleException(measure.IsPercentage() ? "The target must be more than 0% and no more than 100%" : "The target cannot be negative", nameof(Target));
        }

        if (Target > MostTarget)
        {
            throw new BrokenRuleException("The target can be 1,000,000 at most", nameof(Target));
        }

        if (measure.NeedsWithin() && Within is < 1 or > 1000)
        {
            throw new BrokenRuleException("Say within how many days or hours, from 1 to 1000", nameof(Within));
        }
    }

    private string Number => Target.ToString("0.##", Say.English);
}
