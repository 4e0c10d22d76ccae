using EngagementHub.ServiceLevels.Kept;

namespace EngagementHub.ServiceLevels.Figures;

/// <summary>What is still open, how old it is in working days, and how much of it is already late.</summary>
internal sealed record Backlog(int Open, int OpenAndLate, OldestOpen? Oldest, IReadOnlyList<AgeBand> Bands)
{
    private static readonly (int From, int To, string Label)[] Ages = [(0, 5, "up to 5"), (6, 10, "6 to 10"), (11, 20, "11 to 20"), (21, int.MaxValue, "more than 20")];

    public static Backlog Empty { get; } = new(0, 0, null, []);

    public static Backlog Of(Sheet sheet, WorkingCalendar calendar, DateOnly today)
    {
        (int Age, long Count)[] open = [.. sheet.Kept.Sums.Where(sum => sum.Key.Kind is TallyKind.Running or TallyKind.Waiting).Select(sum => (AgeOf(sum.Key, calendar, today), sum.Value.Count))];
        var waiting = sheet.NotYet.Sums.Where(sum => sum.Key is { Kind: TallyKind.Month, Outcome: Outcome.Open }).Sum(sum => sum.Value.Count);
        var all = (int)open.Sum(some => some.Count);
        return new Backlog(all, all - (int)waiting, sheet.Oldest,
            [.. Ages.Select(age => new AgeBand(age.Label, age.From, (int)open.Where(some => some.Age >= age.From && some.Age <= age.To).Sum(some => some.Count)))]);
    }

    /// <summary>The ages of a band, in working days.</summary>
    public static (int From, int To)? BandFrom(int from) => Ages.Where(age => age.From == from).Select(age => ((int, int)?)(age.From, age.To)).FirstOrDefault();

    private static int AgeOf(TallyKey key, WorkingCalendar calendar, DateOnly today) =>
        key.Kind == TallyKind.Waiting ? key.Length : Math.Max(0, calendar.WorkingDaysBetween(DateOnly.FromDayNumber(key.Start), today));
}

/// <summary>How many open tickets are so many working days old.</summary>
internal sealed record AgeBand(string Label, int From, int Count);
