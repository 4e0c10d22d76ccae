using System.Globalization;
using System.Text.RegularExpressions;

namespace EngagementHub.ServiceLevels.Levels;

/// <summary>A promise as it was understood from words.</summary>
internal sealed record ParsedPromise(Measure Measure, Step Step)
{
    public string InWords => Step.InWords(Measure);
}

/// <summary>
/// Reads a promise from the words it is published in, such as "95% within 5 working days from 1 April 2007". What <see cref="Step.InWords"/> says is read back to the same
/// promise; other ways of saying it are understood too, and what is not understood is refused and never guessed.
/// </summary>
internal static partial class PromiseWords
{
    public const string Example = "95% within 5 working days from 1 April 2007";
    private static readonly string[] Days = ["d MMMM yyyy", "d MMM yyyy", "yyyy-MM-dd", "d/M/yyyy", "d M yyyy"];

    private static readonly (Regex Shape, Func<Match, Measure> Measure)[] Shapes =
    [
        (Share(), match => Unit(match.Groups["unit"].Value)),
        (Average(), _ => Measure.AverageWorkingDays),
        (Median(), _ => Measure.MedianWorkingDays),
        (Correct(), _ => Measure.ShareCorrect),
        (Turn(), _ => Measure.InTimeForCutOff),
        (Backlog(), _ => Measure.BacklogOlderThan),
    ];

    /// <exception cref="BrokenRuleException">It cannot be understood, or promises what cannot be.</exception>
    public static ParsedPromise Parse(string words, string field)
    {
        var said = Gaps().Replace(words.Trim().TrimEnd('.'), " ");
        foreach (var (shape, measure) in Shapes)
        {
            if (shape.Match(said) is { Success: true } match)
            {
                return Promise(match, measure(match), field);
            }
        }

        throw new BrokenRuleException($"The words cannot be read as a promise: write them like \"{Example}\"", field);
    }

    private static ParsedPromise Promise(Match match, Measure measure, string field)
    {
        var target = decimal.Parse(match.Groups["target"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var within = match.Groups["within"] is { Success: true, Value: var number } ? int.Parse(number, CultureInfo.InvariantCulture) : 0;
        var step = new Step(Day(match.Groups["day"].Value, field), target, within);
        step.Check(measure);
        return new ParsedPromise(measure, step);
    }

    private static DateOnly Day(string text, string field) => DateOnly.TryParseExact(text.Trim(), Days, CultureInfo.GetCultureInfo("en-GB"), DateTimeStyles.None, out var day)
        ? day
        : throw new BrokenRuleException($"\"{text.Trim()}\" is not a day: write it like 1 April 2007, with a year of four digits", field);

    private static Measure Unit(string unit) => unit.StartsWith("working day", StringComparison.OrdinalIgnoreCase) ? Measure.WithinWorkingDays
        : unit.StartsWith("working hour", StringComparison.OrdinalIgnoreCase) ? Measure.WithinWorkingHours : Measure.WithinElapsedHours;

    [GeneratedRegex(@"^(?<target>\d{1,3}(\.\d{1,2})?) ?(%|per ?cent)( (done|delivered|answered|resolved|handled))? (with)?in (?<within>\d{1,4}) (\(or (less|fewer)\) )?(?<unit>working days?|working hours?|hours?|elapsed hours?)( or (less|fewer))?,? from (?<day>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Share();

    [GeneratedRegex(@"^(?<target>\d{1,3}(\.\d{1,2})?) working days? on average(,? or (less|fewer))?,? from (?<day>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Average();

    [GeneratedRegex(@"^half (with)?in (?<target>\d{1,3}(\.\d{1,2})?) working days?(,? or (less|fewer))?,? from (?<day>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Median();

    [GeneratedRegex(@"^(?<target>\d{1,3}(\.\d{1,2})?) ?(%|per ?cent) (paid )?correct(ly)?( each month)?,? from (?<day>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Correct();

    [GeneratedRegex(@"^(?<target>\d{1,3}(\.\d{1,2})?) ?(%|per ?cent) in time for the next (cut-off|pay ?day),? from (?<day>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Turn();

    [GeneratedRegex(@"^no more than (?<target>\d{1,7}) older than (?<within>\d{1,4}) days?,? from (?<day>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Backlog();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Gaps();
}
