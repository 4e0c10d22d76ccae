namespace EngagementHub.Surveys.Results;

/// <summary>A figure beside the one before it, in words. Without one before, or with a difference that chance often makes, nothing is called better or worse.</summary>
/// <param name="Now">The figure.</param>
/// <param name="Before">The same measure, in the same words, in the pulse check before; nothing when there is none.</param>
/// <param name="Unit">"point" for an index, "percentage point" for a share.</param>
/// <param name="IsLarge">Whether both groups are large enough to give the difference as a number.</param>
internal sealed record Comparison(Figure Now, Figure? Before, string Unit, bool IsLarge)
{
    /// <summary>Whether so many answered, both times, as were said beforehand to be needed: else the people may differ and not what they think.</summary>
    public bool Speaks { get; init; } = true;

    private const int Large = 100;

    /// <summary>Whether both groups have so many people that a difference in numbers points at nobody.</summary>
    public static bool AreLarge(int now, int before) => now >= Large && before >= Large;

    /// <summary>Whether the difference is larger than chance often makes it.</summary>
    public bool IsChange => Speaks && Before is { } before && Noise.IsChange(Now.Exact - before.Exact, before.Error, Now.Error);

    public string Words
    {
        get
        {
            if (Before is not { } before)
            {
                return "Nothing to compare with";
            }

            var by = Figures.Change(before.Exact, Now.Exact);
            return !Speaks ? $"{before.Shown} before: too few answered to tell"
                : !IsChange ? $"{before.Shown} before: no clear change"
                : !IsLarge ? $"{before.Shown} before: {(Now.Exact > before.Exact ? "higher" : "lower")}"
                : $"{before.Shown} before: {(by > 0 ? "up" : "down")} {Core.Time.Say.Count(Math.Abs(by), Unit)}";
        }
    }
}
