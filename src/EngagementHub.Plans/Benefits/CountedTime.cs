using Microsoft.Extensions.Configuration;

namespace EngagementHub.Plans.Benefits;

/// <summary>How many minutes each kind of work takes on average: settings, so that whoever has measured them can say so.</summary>
internal sealed record WorkMinutes(IReadOnlyDictionary<string, int> Each)
{
    private static readonly Dictionary<string, int> Usual = new(StringComparer.OrdinalIgnoreCase) { ["Decisions"] = 5, ["Answers"] = 60, ["Posts"] = 240 };

    public static WorkMinutes Load(IConfiguration section)
    {
        var each = new Dictionary<string, int>(Usual, StringComparer.OrdinalIgnoreCase);
        foreach (var said in section.GetChildren())
        {
            each[said.Key] = int.TryParse(said.Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var minutes) && Usual.ContainsKey(said.Key)
                ? minutes
                : throw new InvalidOperationException($"Plans:Minutes:{said.Key} must be a number of minutes, for one of {string.Join(", ", Usual.Keys)}");
        }

        return new(each);
    }

    public int Of(string key) => Each.GetValueOrDefault(key);
}

/// <summary>One kind of work in one year.</summary>
internal sealed record CountedWork(string What, long Times, int Minutes)
{
    public decimal Hours => Times * Minutes / 60m;
}

/// <summary>The staff time of a year that the hub itself counted.</summary>
internal sealed record CountedYear(int Year, IReadOnlyList<CountedWork> Work, bool IsOver)
{
    public decimal Hours => Work.Sum(w => w.Hours);
}

/// <summary>Staff time by what was done here: how often, times the minutes that each takes. It stands beside the hours that somebody forecast, and neither replaces the other.</summary>
internal sealed class CountedTime(IEnumerable<ICountWork> counters, WorkMinutes minutes, PlansDesk desk)
{
    /// <summary>The years of a benefit, and the year whose money the programme reckons in, as far as anything was done in them.</summary>
    public async Task<IReadOnlyList<CountedYear>> ReadAsync(Programme programme, Benefit benefit, CancellationToken cancellation)
    {
        List<CountedYear> counted = [];
        foreach (var year in benefit.Profile.Select(y => y.Year).Append(programme.PriceYear).Distinct().Order().Where(y => y <= FinancialYear.Of(desk.Today)))
        {
            counted.Add(await OfAsync(year, cancellation));
        }

        counted.RemoveAll(y => y.Work.All(w => w.Times == 0));
        return counted;
    }

    private async Task<CountedYear> OfAsync(int year, CancellationToken cancellation)
    {
        var (from, end) = (desk.StartOf(FinancialYear.FirstDay(year)), desk.StartOf(FinancialYear.FirstDay(year + 1)));
        List<CountedWork> work = [];
        foreach (var counter in counters)
        {
            var count = await counter.CountAsync(from, end < desk.Now ? end : desk.Now, cancellation);
            work.Add(new(count.What, count.Times, minutes.Of(count.Key)));
        }

        return new(year, work, end <= desk.Now);
    }
}
