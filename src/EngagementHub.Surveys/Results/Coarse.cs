using System.Globalization;

namespace EngagementHub.Surveys.Results;

/// <summary>A figure as it may be shown: rounded, and never so high or so low that everybody in a group must have answered alike.</summary>
/// <param name="Value">The rounded figure.</param>
/// <param name="Words">The figure in words, as in "65%", "90% or more" or "72".</param>
internal readonly record struct Coarse(int Value, string Words)
{
    private const int Small = 100;

    /// <summary>A share of a group: in steps of 5% below a hundred people, of 1% from there on; open at both ends.</summary>
    public static Coarse Share(decimal percent, int of)
    {
        var (step, end) = of < Small ? (5, 10) : (1, 2);
        return Between(percent, step, end, "%");
    }

    /// <summary>An index of 0 to 100 in whole points, open at both ends.</summary>
    public static Coarse Points(decimal points) => Between(points, 1, 5, "");

    public override string ToString() => Words;

    private static Coarse Between(decimal exact, int step, int end, string unit)
    {
        var rounded = step * (int)Math.Round(exact / step, MidpointRounding.AwayFromZero);
        return rounded >= 100 - end ? new(100 - end, Said($"{100 - end}{unit} or more"))
            : rounded <= end ? new(end, Said($"{end}{unit} or less"))
            : new(rounded, Said($"{rounded}{unit}"));
    }

    private static string Said(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
