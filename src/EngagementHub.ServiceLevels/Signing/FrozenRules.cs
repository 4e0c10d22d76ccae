using System.Globalization;
using EngagementHub.ServiceLevels.Levels;

namespace EngagementHub.ServiceLevels.Signing;

/// <summary>Everything a month was judged by, as it stood when the month was signed.</summary>
internal sealed record FrozenRules
{
    public required Measure Measure { get; init; }

    public required Basis Basis { get; init; }

    public required DateOnly From { get; init; }

    public required decimal Target { get; init; }

    public required int Within { get; init; }

    /// <summary>Whether the promise already held in the month.</summary>
    public required bool Promised { get; init; }

    public Stops Stops { get; init; }

    public TimeOnly? CutOff { get; init; }

    /// <summary>Whose dated cut-offs, and which version of them; empty where the promise has none.</summary>
    public string CutOffs { get; init; } = "";

    public string Category { get; init; } = "";

    public required string Calendar { get; init; }

    public required int CalendarVersion { get; init; }

    public required string Holidays { get; init; }

    public required string Zone { get; init; }

    public Step Step => new(From, Target, Within);

    /// <summary>The way of counting without what varies by itself: what is counter-signed once for each step.</summary>
    public string Method => string.Join("\n", Lines().Take(7));

    /// <summary>Each rule on a line of its own, in a fixed order and wording.</summary>
    public IEnumerable<string> Lines() =>
    [
        $"measure: {MeasureWords.Measures.First(word => word.Value == Measure).Key}",
        $"basis: {MeasureWords.Bases.First(word => word.Value == Basis).Key}",
        $"stops: {MeasureWords.Ends.First(word => word.Value == Stops).Key}",
        string.Create(CultureInfo.InvariantCulture, $"promise: {Target:0.##} within {Within} from {From:yyyy-MM-dd}"),
        $"cut-off: {CutOff?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "none"}",
        $"category: {(Category.Length == 0 ? "all" : Category)}",
        $"calendar: {Calendar}",
        string.Create(CultureInfo.InvariantCulture, $"calendar-version: {CalendarVersion}"),
        $"cut-offs: {(CutOffs.Length == 0 ? "none" : CutOffs)}",
        $"bank-holidays: {Holidays}",
        $"zone: {Zone}",
        $"promised: {(Promised ? "yes" : "not yet")}",
    ];
}
