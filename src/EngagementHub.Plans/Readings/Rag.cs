using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Html;

namespace EngagementHub.Plans.Readings;

/// <summary>The four points, and grey for no word within the promised rhythm. In the order in which the worst is found: grey outranks green.</summary>
internal enum Rag
{
    Green,
    Grey,
    AmberGreen,
    AmberRed,
    Red,
}

internal static class RagWords
{
    public static IReadOnlyList<Rag> FourPoints { get; } = [Rag.Green, Rag.AmberGreen, Rag.AmberRed, Rag.Red];

    private static readonly Dictionary<Rag, IHtmlContent> Tags = Enum.GetValues<Rag>().ToDictionary(r => r, r => StatusTagTagHelper.Of(r.Kind(), r.Word()));

    public static string Word(this Rag rag) => rag switch
    {
        Rag.Green => "Green",
        Rag.AmberGreen => "Amber/Green",
        Rag.AmberRed => "Amber/Red",
        Rag.Red => "Red",
        _ => "Grey: no word",
    };

    /// <summary>The shape and colour of its tag; each of the five has a shape of its own.</summary>
    public static string Kind(this Rag rag) => rag switch
    {
        Rag.Green => "good",
        Rag.AmberGreen => "amber-green",
        Rag.AmberRed => "amber-red",
        Rag.Red => "bad",
        _ => "grey",
    };

    /// <summary>Its tag as finished markup: a plan has hundreds of them.</summary>
    public static IHtmlContent Tag(this Rag rag) => Tags[rag];

    /// <summary>The tag of an action whose owner has said nothing within the rhythm.</summary>
    public static IHtmlContent NoWord { get; } = StatusTagTagHelper.Of("grey", "No word");

    /// <summary>What the point means where a person gives it, in words that do not need the colours.</summary>
    public static string Meaning(this Rag rag) => rag switch
    {
        Rag.Green => "On course: it will be done by its day and do what it is for",
        Rag.AmberGreen => "Probably on course: small problems, and they are in hand",
        Rag.AmberRed => "In doubt: serious problems, and it is not clear that they can be solved in time",
        Rag.Red => "Off course: it will not be done, or not do what it is for, unless something changes now",
        _ => "Nobody has said anything within the promised rhythm",
    };

    public static Rag Worst(this IEnumerable<Rag> readings) => readings.DefaultIfEmpty(Rag.Green).Max();

    public static Rag Parse(string? name) =>
        Enum.TryParse<Rag>(name, out var rag) && FourPoints.Contains(rag) ? rag : throw new BrokenRuleException("Choose Green, Amber/Green, Amber/Red or Red", "Rag");
}
