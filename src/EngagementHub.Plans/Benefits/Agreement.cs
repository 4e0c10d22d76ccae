using System.Globalization;

namespace EngagementHub.Plans.Benefits;

/// <summary>What was agreed to be gained: so many percent a year of a baseline, compounded, from a first year on, and who is to bring which part of it.</summary>
internal sealed record Agreement(decimal Baseline, decimal Percent, int FirstYear, int Years, IReadOnlyList<Part> Parts)
{
    public int LastYear => FirstYear + Years - 1;

    /// <summary>The year of the baseline's money.</summary>
    public int BaseYear => FirstYear - 1;

    /// <summary>
    /// The gain to be made each year by that year, against the baseline: baseline × ((1 + rate)ⁿ − 1). Three years at 3% on £15,246m give £1,413.7m.
    /// No deflator stands in it: the rate and the baseline are both in the money in which they were agreed.
    /// </summary>
    public decimal TargetIn(int year)
    {
        if (year < FirstYear || year > LastYear)
        {
            return year < FirstYear ? 0 : TargetIn(LastYear);
        }

        var factor = 1m;
        for (var n = FirstYear; n <= year; n++)
        {
            factor *= 1 + (Percent / 100);
        }

        return Baseline * (factor - 1);
    }

    public decimal TargetOf(Part part, int year) => TargetIn(year) * part.Percent / 100;

    /// <summary>The same rate without compounding, and as a cut of what is left each year: what the target is not.</summary>
    public (decimal Simple, decimal OfWhatIsLeft) Others
    {
        get
        {
            var left = 1m;
            for (var n = 0; n < Years; n++)
            {
                left *= 1 - (Percent / 100);
            }

            return (Baseline * Percent / 100 * Years, Baseline * (1 - left));
        }
    }

    public Agreement Checked()
    {
        var sum = Parts.Sum(p => p.Percent);
        BrokenRules.RefuseAll(
            () => RefuseWhen(Baseline <= 0, "Enter a baseline above zero", nameof(Baseline)),
            () => RefuseWhen(Percent is <= 0 or > 50, "Enter a yearly gain above 0% and up to 50%: a target of zero asks for nothing", nameof(Percent)),
            () => RefuseWhen(FirstYear is < 1990 or > 2200, "Enter a first year such as 2008-09", nameof(FirstYear)),
            () => RefuseWhen(Years is < 1 or > 20, "Enter from 1 to 20 years", nameof(Years)),
            () => RefuseWhen(Parts.Count > 0 && (sum != 100 || Parts.Any(p => p.Percent <= 0)), $"The parts make {sum:0.##}%. Together they make 100%, each above zero", nameof(Parts)));
        return this;
    }

    private static void RefuseWhen(bool isWrong, string sentence, string field)
    {
        if (isWrong)
        {
            throw new BrokenRuleException(sentence, field);
        }
    }
}

/// <summary>A part of an agreement, such as the police with about 80%.</summary>
internal sealed record Part(string Name, decimal Percent)
{
    /// <summary>Reads parts as they are typed: one a line, as in "Police: 80".</summary>
    public static IReadOnlyList<Part> Read(string? typed) => [.. (typed ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Line)];

    private static Part Line(string line)
    {
        var colon = line.LastIndexOf(':');
        return colon > 0 && decimal.TryParse(line.AsSpan(colon + 1).Trim().TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out var percent)
            ? new Part(line[..colon].Trim(), percent)
            : throw new BrokenRuleException($"\"{line}\" has no share. Write it as Police: 80", "Parts");
    }
}
