namespace EngagementHub.Plans.Measures;

/// <summary>Numbers of measures as every page shows them.</summary>
internal static class ShownNumber
{
    /// <summary>Percentages have one decimal and are cut, as where they were measured: what misses its target by a hair is not shown as the target.</summary>
    public static decimal Of(decimal value, string unit, bool falls) =>
        unit is not "%" ? decimal.Round(value, 2, MidpointRounding.AwayFromZero) : (falls ? Math.Ceiling(value * 10) : Math.Floor(value * 10)) / 10;
}
