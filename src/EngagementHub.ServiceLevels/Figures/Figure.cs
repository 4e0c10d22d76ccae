namespace EngagementHub.ServiceLevels.Figures;

/// <summary>How many of what, never a percentage alone: those in time, those not, and those still open and already late, which count as missed.</summary>
internal sealed record Figure(int Met, int Missed, int OpenAndLate, int NotYetDue, int Void)
{
    /// <summary>With fewer than this a percentage says nothing.</summary>
    public const int Enough = 20;

    private IReadOnlyList<int> Days { get; init; } = [];

    public int N => Met + Missed + OpenAndLate;

    public bool IsEnough => N >= Enough;

    public decimal? Percent => N == 0 ? null : 100m * Met / N;

    /// <summary>Working days from receipt to completion, of those completed.</summary>
    public decimal? Average => Days.Count == 0 ? null : (decimal)Days.Sum() / Days.Count;

    public decimal? Median => Days.Count == 0 ? null : (Days[(Days.Count - 1) / 2] + Days[Days.Count / 2]) / 2m;

    /// <summary>Nine in ten took this long or less.</summary>
    public int? NineInTen => Days.Count == 0 ? null : Days[(int)Math.Ceiling(Days.Count * 0.9) - 1];

    public int Completed => Days.Count;

    public static Figure Of(IEnumerable<TicketReading> readings)
    {
        var groups = readings.ToLookup(reading => reading.Group);
        return new Figure(groups[TicketReading.Met].Count(), groups[TicketReading.Missed].Count(), groups[TicketReading.Late].Count(),
            groups[TicketReading.Running].Count(), groups[TicketReading.Void].Count())
        {
            Days = [.. groups[TicketReading.Met].Concat(groups[TicketReading.Missed]).Select(reading => reading.Clock.WorkingDays).Order()],
        };
    }

    public static Figure Counted(int right, int of) => new(right, of - right, 0, 0, 0);
}
