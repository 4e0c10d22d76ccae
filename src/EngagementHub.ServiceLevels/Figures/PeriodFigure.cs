using EngagementHub.ServiceLevels.Levels;

namespace EngagementHub.ServiceLevels.Figures;

/// <summary>The figure of a run of days; judged only where one promise held on all of them.</summary>
internal sealed record PeriodFigure(DateOnly From, DateOnly To, Figure Figure, Measure Measure, Step? Step)
{
    public string Name => From == To ? Say.Day(From) : $"{Say.ShortDay(From)} to {Say.ShortDay(To)}";

    public string InWords => Figure.N == 0 ? "nothing counted" : !Figure.IsEnough ? $"{Say.Count(Figure.N, "ticket")}: too few to say" : Measure.IsTypicalTime()
        ? $"{Time} of {Figure.Completed.ToString("N0", Say.English)} completed"
        : $"{MonthFigure.Percent(Figure.Percent!.Value)} of {Figure.N.ToString("N0", Say.English)}";

    private string Time => Figure.Completed == 0 ? "no figure" : Measure == Measure.MedianWorkingDays
        ? $"{Figure.Median!.Value.ToString("0.#", Say.English)} working days in the middle"
        : $"{Math.Round(Figure.Average!.Value, 1, MidpointRounding.AwayFromZero).ToString("0.0", Say.English)} working days on average";
}
