namespace EngagementHub.ServiceLevels.Figures;

/// <summary>What is still open, how old it is in working days, and how much of it is already late.</summary>
internal sealed record Backlog(int Open, int OpenAndLate, TicketReading? Oldest, IReadOnlyList<AgeBand> Bands)
{
    private static readonly (int From, int To, string Label)[] Ages = [(0, 5, "up to 5"), (6, 10, "6 to 10"), (11, 20, "11 to 20"), (21, int.MaxValue, "more than 20")];

    public static Backlog Of(IReadOnlyList<TicketReading> readings)
    {
        var open = readings.Where(reading => reading.Clock.IsOpen).ToList();
        return new Backlog(open.Count, open.Count(reading => reading.Clock.IsOpenAndLate), open.MinBy(reading => reading.Clock.Received),
            [.. Ages.Select(age => new AgeBand(age.Label, age.From, open.Count(reading => reading.Clock.WorkingDays >= age.From && reading.Clock.WorkingDays <= age.To)))]);
    }
}

/// <summary>How many open tickets are so many working days old.</summary>
internal sealed record AgeBand(string Label, int From, int Count);
