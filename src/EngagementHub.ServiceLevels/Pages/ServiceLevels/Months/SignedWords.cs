using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Signing;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Months;

/// <summary>Verdicts, marks and counts in the words of the pages.</summary>
internal static class SignedWords
{
    public static string Kind(Verdict verdict) => verdict switch
    {
        Verdict.Met => "good",
        Verdict.Missed => "bad",
        Verdict.TooFewToSay => "neutral",
        _ => "grey",
    };

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Met => "Met",
        Verdict.Missed => "Missed",
        Verdict.TooFewToSay => "Too few to say",
        _ => "Not judged",
    };

    /// <summary>As official statistics mark figures: p for provisional, r for revised, nothing for one that was signed once.</summary>
    public static string Mark(MonthFigure month) => month.Signed switch
    {
        null => "p",
        { Revision: > 1 } => "r",
        _ => "",
    };

    public static IEnumerable<(string Name, int Then, int Now)> Counts(FrozenTally then, FrozenTally? now) =>
    [
        ("In time", then.Met, now?.Met ?? 0),
        ("Done late", then.Missed, now?.Missed ?? 0),
        ("Open and already late", then.OpenAndLate, now?.OpenAndLate ?? 0),
        ("Left out as void", then.Void, now?.Void ?? 0),
    ];
}
