using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Levels;

namespace EngagementHub.ServiceLevels.Figures;

/// <summary>Everything to be said about one service level as of an instant: by month, in all, and what is still open.</summary>
internal sealed record LevelReport(Service Service, ServiceLevel Level, string Zone)
{
    /// <summary>The last event known; nothing when no data were ever received.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Whether more data are expected. A finished record does not go stale.</summary>
    public bool IsLive { get; init; }

    /// <summary>Whether more is known than this says: it stands as of an instant before the last event.</summary>
    public bool IsPast { get; init; }

    /// <summary>Whether the calendar could not follow the tickets, so that there is no figure; the reason is in the log.</summary>
    public bool CannotBeWorkedOut { get; init; }

    public IReadOnlyList<MonthFigure> Months { get; init; } = [];

    public Figure Whole { get; init; } = new(0, 0, 0, 0, 0);

    public Backlog Backlog { get; init; } = Backlog.Empty;

    /// <summary>The last days on which anything counted, the latest first.</summary>
    public IReadOnlyList<PeriodFigure> Days { get; init; } = [];

    /// <summary>The last weeks, from Monday on, the latest first.</summary>
    public IReadOnlyList<PeriodFigure> Weeks { get; init; } = [];

    public PeriodFigure? LastThreeMonths { get; init; }

    public PeriodFigure? LastTwelveMonths { get; init; }

    public MonthSoFar? ThisMonth { get; init; }

    public WorkingCalendar? Calendar { get; init; }

    /// <summary>The days of which its sources told something, as day numbers.</summary>
    public IReadOnlySet<int> DaysHeard { get; init; } = new HashSet<int>();

    /// <summary>After how long silence is stale, where the source says so.</summary>
    public TimeSpan? SourcePatience { get; init; }

    /// <summary>The month to speak of: the latest with enough to say something, else the latest with anything.</summary>
    public MonthFigure? Latest => Months.LastOrDefault(month => month.Verdict is Verdict.Met or Verdict.Missed) ?? Months.LastOrDefault(month => month.N > 0);

    public string Url => $"/service-levels/{Service.Slug}";

    public string TicketsUrl(string? month = null, string? group = null) =>
        $"{Url}/tickets?level={Level.Slug}{(month is null ? "" : $"&month={month}")}{(group is null ? "" : $"&group={group}")}";

    /// <summary>Figures whose source has fallen silent are not to be trusted, whatever they say.</summary>
    public bool IsStale(DateTimeOffset now) => AsOf is { } last && IsLive && now - last > Patience;

    /// <summary>On how many of the month's working days so far data came in, up to yesterday; nothing for a finished record.</summary>
    public DaysReceived? ReceivedAt(DateTimeOffset now)
    {
        var today = now.DayIn(Zone);
        var month = new DateOnly(today.Year, today.Month, 1);
        DateOnly[] days = Calendar is not { } calendar || !IsLive ? [] : [.. Enumerable.Range(0, today.Day - 1).Select(month.AddDays).Where(calendar.IsWorkingDay)];
        return days.Length == 0 ? null : new DaysReceived(days.Count(day => DaysHeard.Contains(day.DayNumber)), days.Length);
    }

    public Status StatusAt(DateTimeOffset now) =>
        CannotBeWorkedOut ? new Status("grey", "Cannot be worked out")
        : AsOf is not { } last ? new Status("grey", "No figures yet")
        : IsStale(now) ? new Status("grey", $"No data since {Say.Day(last.DayIn(Zone))}")
        : Latest?.Verdict switch
        {
            Verdict.Met => new Status("good", "Met"),
            Verdict.Missed => new Status("bad", "Missed"),
            Verdict.TooFewToSay => new Status("neutral", "Too few to say"),
            _ => new Status("grey", "No figures yet"),
        };

    /// <summary>"as of 9:40am on Tuesday 24 April 2007".</summary>
    public string AsOfInWords => CannotBeWorkedOut ? "an administrator finds the reason in the log" : AsOf is { } last ? $"as of {Say.Moment(last, Zone)}{(IsLive || IsPast ? "" : ", the end of this record")}" : "no data received yet";

    public bool HasTickets => Level.Measure != Measure.ShareCorrect;

    public string OldestInWords => Backlog.Oldest is { } oldest ? Say.Count(oldest.WorkingDays, "working day") : "Nothing open";

    public string OldestSince => Backlog.Oldest is { } oldest ? $"received {Say.Day(oldest.Received.DayIn(Zone))}" : "";

    public string BacklogInWords => Backlog.Open == 0 ? "Nothing open" : $"{(Backlog.OpenAndLate == 0 ? "None" : Backlog.OpenAndLate.ToString("N0", Say.English))} of {Say.Count(Backlog.Open, "open ticket")} late; the oldest open one is {OldestInWords} old";

    /// <summary>The service's other levels, where this one stands for all of them.</summary>
    public IReadOnlyList<LevelReport> Beside { get; init; } = [];

    /// <summary>How the service stands: a promise that is missed is not hidden by one that is met.</summary>
    public Status WorstAt(DateTimeOffset now) => Beside.Append(this).Count(report => report.StatusAt(now).Kind == "bad") is > 0 and var missed
        ? new Status("bad", Beside.Count == 0 ? "Missed" : $"{missed} of {Beside.Count + 1} missed")
        : StatusAt(now);

    /// <summary>"1 of 2 promises missed", so that one good figure does not hide a bad one; nothing for a single promise.</summary>
    public string? AllInWords(DateTimeOffset now)
    {
        var missed = Beside.Append(this).Count(report => report.StatusAt(now).Kind == "bad");
        var met = Beside.Append(this).Count(report => report.StatusAt(now).Kind == "good");
        return Beside.Count == 0 ? null : $"Of {Beside.Count + 1} promises {met} met, {missed} missed{(met + missed > Beside.Count ? "" : ", the rest not judged")}";
    }

    /// <summary>How the figure comes about, for those who want to check it.</summary>
    public string Method => string.Join(" ", Sentences());

    public Step StepAt(DateTimeOffset now) => Level.StepOn(now.DayIn(Zone));

    private IEnumerable<string> Sentences()
    {
        if (!HasTickets)
        {
            yield return "The people who check the cases record each month how many were right, of how many. Percentages are cut to one decimal and never rounded up.";
            yield break;
        }

        yield return Level.Measure switch
        {
            Measure.WithinWorkingHours => "Working hours run from receipt to completion.",
            Measure.WithinElapsedHours => "Hours run round the clock from receipt to completion.",
            Measure.InTimeForCutOff => "Each turn has a cut-off: what is received up to it is in time when it is done by the turn's day. What waits for the requester when the cut-off passes belongs to the turn that is next when they have answered.",
            Measure.BacklogOlderThan => "At the end of each month everything still open is counted by its age in days.",
            _ => $"Day 0 is the working day of receipt{(Level.CutOff is { } time ? $", or the next one when it came after {time:HH:mm}" : "")}; a ticket is due at the end of the last promised working day.",
        };
        yield return Level.Stops == Stops.FirstResponse ? "The clock stops with the first answer to the requester, or with completion where nobody answered before." : "The clock stops with completion.";
        yield return "The clock stands still while the requester is asked for something; the due time moves by the working time that takes. It also stands still between a completion and a reopening, and runs on from where it was.";
        yield return $"A ticket counts in the month in which it was {Level.Basis switch { Basis.Received => "received", Basis.Completed => "completed", _ => "due" }}, judged by what was promised then. What is open and already late counts as missed; what is void is left out and counted apart.";
        yield return "Percentages are cut to one decimal and never rounded up: what misses its target by a hair is not shown as the target.";
        yield return "Weekends, bank holidays and the days on which the service is closed do not count.";
    }

    // Tickets come daily, weekends aside; counts come once a month, some weeks after it.
    private TimeSpan Patience => SourcePatience ?? TimeSpan.FromDays(Level.Measure == Measure.ShareCorrect ? 62 : 4);
}

/// <summary>How something stands, in a word and the kind of sign it is shown with.</summary>
internal sealed record Status(string Kind, string Word);

/// <summary>On how many of a month's working days so far data came in.</summary>
internal sealed record DaysReceived(int Days, int Of)
{
    public string InWords => $"{Days} of {Say.Count(Of, "day")} received";
}
