using EngagementHub.Core.Time;
using EngagementHub.WorkingTime;

namespace EngagementHub.Responses.Promises;

internal enum LedgerState
{
    Late,
    Open,
    Kept,
    Dropped,
    WillNot,
}

/// <summary>A line of the ledger: what was said, what is done about it, and how that stands.</summary>
internal sealed record LedgerLine(Guid Id, LedgerState State, string What, StaffCard? Owner, DateOnly MadeDay)
{
    /// <summary>The period or post it was made in; nothing when that is not shown any more.</summary>
    public ResponseScope? Scope { get; init; }

    /// <summary>What the figure says of the due day, where a service level is the evidence.</summary>
    public PromiseFigure? Figure { get; init; }

    /// <summary>Whether how it stands was said by the figure and by nobody else.</summary>
    public bool IsByFigure { get; init; }

    /// <summary>Whether its day is over and the figure has said nothing yet.</summary>
    public bool WaitsForFigure { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>When anything about it changed last, becoming late included.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    public string? Asked { get; init; }

    /// <summary>How many people's comments are behind it; nothing when too few to say.</summary>
    public int? Askers { get; init; }

    public string? MadeIn { get; init; }

    public string? MadeInUrl { get; init; }

    public string? Evidence { get; init; }

    public DateOnly? Due { get; init; }

    public IReadOnlyList<PromiseChange> Slips { get; init; } = [];

    public DateOnly? KeptDay { get; init; }

    public string? KeptText { get; init; }

    public string? KeptLink { get; init; }

    public string? Because { get; init; }

    /// <summary>Working days since it was made.</summary>
    public int Age { get; init; }

    /// <summary>Working days past the due day, on the day it was kept or today; negative when early or still ahead.</summary>
    public int DaysPastDue { get; init; }

    public string Url => State == LedgerState.WillNot ? MadeInUrl! : $"/promises/{Id}";

    /// <summary>What a search looks at.</summary>
    public IEnumerable<string> Words => new[] { What, Asked, Evidence, KeptText, Because, Owner?.Name, MadeIn, Figure?.Words }.OfType<string>();

    public bool HasOwnerLeft => Owner is not { IsActive: true };

    public string OwnerName => Owner?.Name ?? "A former member of staff";

    public string Kind => State switch
    {
        LedgerState.Late => "bad",
        LedgerState.Open => "waiting",
        LedgerState.Kept => "good",
        _ => "neutral",
    };

    public string Word => State switch
    {
        LedgerState.Late => IsByFigure ? "Late, by the figure" : "Late",
        LedgerState.Open => WaitsForFigure ? "Waits for its figure" : Slips.Count == 0 ? "Open" : "Open, day moved",
        LedgerState.Kept => IsByFigure ? "Kept, by the figure" : Figure is { Verdict: FigureVerdict.Missed } ? "Kept, against the figure" : "Kept",
        LedgerState.Dropped => "Dropped",
        _ => "We will not",
    };

    /// <summary>The due day where the timing counts days instead.</summary>
    public DateOnly? DueBeside => State is LedgerState.Late || (State is LedgerState.Open && (WaitsForFigure || !Ages.IsBeyondAMonth(-DaysPastDue))) ? Due : null;

    public string Timing => State switch
    {
        LedgerState.Late => DaysPastDue == 0 ? "late by less than a working day" : $"late by {Ages.InWords(DaysPastDue)}",
        LedgerState.Kept => Punctuality(),
        LedgerState.Open when WaitsForFigure => "its day is over",
        LedgerState.Open when Ages.IsBeyondAMonth(-DaysPastDue) => $"due on {Say.Day(Due!.Value)}",
        LedgerState.Open => DaysPastDue == 0 ? "due today" : $"due in {Ages.InWords(-DaysPastDue)}",
        _ => "closed",
    };

    public static LedgerLine Of(Promise promise, StaffCard? owner, (DateTimeOffset At, DateOnly Today) now, WorkingCalendar calendar)
    {
        var (isKept, due) = (promise.KeptAt <= now.At, promise.DueAt(now.At));
        var standing = promise.StandingAt(now.At, now.Today);
        var measured = isKept ? promise.KeptDay!.Value : now.Today;
        return new(promise.Id, Enum.Parse<LedgerState>(standing.ToString()), promise.What, owner, promise.MadeDay!.Value)
        {
            Evidence = promise.Evidence,
            Figure = promise.FigureAt(now.At),
            IsByFigure = isKept ? promise.KeptByFigure : promise.IsJudgedByFigure && promise.FigureAt(now.At) is { Verdict: FigureVerdict.Missed },
            WaitsForFigure = promise.WaitsForFigure(now.At, now.Today),
            MadeAt = promise.MadeAt!.Value,
            ChangedAt = standing == PromiseStanding.Late && due.AddDays(1).StartIn(calendar.Zone.Id) is var lateSince && lateSince > promise.ChangedAt(now.At) ? lateSince : promise.ChangedAt(now.At),
            Due = due,
            Slips = [.. promise.Changes.Where(c => c.At <= now.At).OrderBy(c => c.At)],
            KeptDay = isKept ? promise.KeptDay : null,
            KeptText = isKept ? promise.KeptText : null,
            KeptLink = isKept ? promise.KeptLink : null,
            Because = promise.DroppedAt <= now.At ? promise.DroppedBecause : null,
            Age = calendar.WorkingDaysBetween(promise.MadeDay.Value, now.Today),
            DaysPastDue = calendar.WorkingDaysBetween(due, measured),
        };
    }

    private string Punctuality() =>
        KeptDay > Due ? $"kept {(DaysPastDue == 0 ? "less than a working day" : Ages.InWords(DaysPastDue))} late"
        : DaysPastDue == 0 ? "kept on its day"
        : $"kept {Ages.InWords(-DaysPastDue)} early";
}
