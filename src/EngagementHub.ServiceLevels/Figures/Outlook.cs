using EngagementHub.ServiceLevels.Levels;

namespace EngagementHub.ServiceLevels.Figures;

/// <summary>What a level's figures say about the days to come: how many may still be missed this month, and whether a later promise would be kept at today's pace.</summary>
internal static class Outlook
{
    /// <summary>"You may miss 6 more of 120 this month." Of those known to be due this month; nothing where no share is promised or nothing is due.</summary>
    public static string? Allowance(LevelReport report)
    {
        if (!report.Level.Measure.IsShareInTime() || report.AsOf is not { } asOf || report.ThisMonth is not { } month || month.Known == 0)
        {
            return null;
        }

        var step = report.Level.StepOn(asOf.DayIn(report.Zone));
        var allowed = (int)Math.Floor(month.Known * (100 - step.Target) / 100);
        var more = allowed - month.Missed;
        var of = $"the {month.Known.ToString("N0", Say.English)} known so far that count in {Say.Month(month.Month)}";
        return more > 0 ? $"You may miss {more.ToString("N0", Say.English)} more of {of}, and still keep {step.Promise(report.Level.Measure)}."
            : more == 0 ? $"You may miss no more of {of}, to keep {step.Promise(report.Level.Measure)}."
            : $"{Say.Count(-more, "ticket")} too many {(more == -1 ? "is" : "are")} missed already of {of}: {step.Promise(report.Level.Measure)} can only be kept if more come in and are done in time.";
    }

    /// <summary>"From 1 April 2007: 95% within 5 working days. At today's pace you would miss it (93.2% of 401 in the last 3 months)." One sentence a step to come.</summary>
    public static IEnumerable<string> Ahead(LevelReport report, DateTimeOffset now) =>
        report.Level.Steps.Where(step => step.From > now.DayIn(report.Zone)).Select(step => $"From {Say.ShortDay(step.From)}: {step.Promise(report.Level.Measure)}. {Pace(report, step)}");

    private static string Pace(LevelReport report, Step step)
    {
        var pace = report.LastThreeMonths;
        if (pace is null || !pace.Figure.IsEnough || report.Level.Measure == Measure.BacklogOlderThan)
        {
            return "There are too few figures to say whether it would be kept at today's pace.";
        }

        var sameTime = step.Within == report.Level.StepOn(pace.To).Within;
        var kept = report.Level.Measure.IsPercentage() ? pace.Figure.Percent >= step.Target : report.Level.Measure == Measure.MedianWorkingDays ? pace.Figure.Median <= step.Target : pace.Figure.Average <= step.Target;
        return $"At today's pace you would {(kept ? "keep" : "miss")} it ({pace.InWords} in the last 3 months{(sameTime ? "" : ", by what is promised until then")}).";
    }
}

/// <summary>A month that is not over: how many are known to count in it, and how many of those are missed.</summary>
internal sealed record MonthSoFar(DateOnly Month, int Known, int Missed);
