using EngagementHub.ServiceLevels.Figures;

namespace EngagementHub.ServiceLevels.Signing;

/// <summary>A month as it would be signed: its figure, the rows behind it, what it is judged by, and what stands in the way.</summary>
internal sealed record MonthInHand(LevelReport Report, DateOnly Month, FrozenRules Rules)
{
    public MonthFigure? Figure { get; init; }

    public IReadOnlyList<FrozenRow> Rows { get; init; } = [];

    public long LastEvent { get; init; }

    /// <summary>The last working day of the month; data must reach it.</summary>
    public DateOnly LastWorkingDay { get; init; }

    /// <summary>Of a month by receipt, those that are not due yet: with them the month is not over.</summary>
    public int StillRunning { get; init; }

    public FrozenTally? Tally => Figure is { } figure ? FrozenTally.Of(figure, Report.Backlog) : null;

    /// <summary>Tells whether what was looked at is what is signed. The backlog goes on while one looks.</summary>
    public string Mark => MonthRecord.Sha256(string.Join('\n', Rules.Lines().Concat((Tally is { } tally ? tally with { BacklogOpen = 0, BacklogLate = 0, BacklogOldest = 0 } : null)?.Lines() ?? []).Append(MonthRecord.HashOf(Rows))))[..16];

    /// <summary>"175 tickets (173 counted and 2 void)": what lies behind a figure is more than it counts.</summary>
    public string RowsInWords => Say.Count(Rows.Count, "ticket") + (Figure is not { } figure || figure.N == Rows.Count ? ""
        : figure.N + figure.Figure.Void == Rows.Count ? $" ({figure.N:N0} counted and {figure.Figure.Void:N0} void)"
        : $" ({figure.N:N0} counted)");

    public bool HasTooFew => Figure is { Verdict: Verdict.TooFewToSay };

    /// <summary>Why the month cannot be signed now and what to do; nothing when it can.</summary>
    public Obstacle? Obstacle(DateTimeOffset now)
    {
        var (month, next, day) = (Say.Month(Month), Month.AddMonths(1), now.DayIn(Report.Zone));
        return Report.CannotBeWorkedOut ? new("The figures cannot be worked out", "An administrator finds the reason in the log.")
            : day < next ? new($"{month} is not over", $"It can be signed from {Say.ShortDay(next)}.")
            : Report.IsStale(now) ? new($"Nothing was heard from the ticket system since {Say.Moment(Report.AsOf!.Value, Report.Zone)}", "Take in its latest tickets first: some that belong to this month may be missing.")
            : Report.AsOf is not { } last || Figure is not { N: > 0 } ? new($"Nothing was counted in {month}", Report.HasTickets ? "Take in the tickets of that month first." : "Record the month's count first.")
            : Report.HasTickets && last.DayIn(Report.Zone) < LastWorkingDay ? new($"The data reach only to {Say.Moment(last, Report.Zone)}", $"Take in the tickets of the whole month first: its last working day is {Say.Day(LastWorkingDay)}.")
            : StillRunning > 0 ? new($"{Say.Count(StillRunning, "ticket")} received in {month} {(StillRunning == 1 ? "is" : "are")} not yet due", "Sign the month when the last of them is due: until then the quick ones alone would be counted.")
            : null;
    }
}

/// <summary>What stands in the way, and what to do about it.</summary>
internal sealed record Obstacle(string What, string Cure)
{
    public string Sentence => $"{What}. {Cure}";
}
