namespace EngagementHub.Responses.Promises;

/// <summary>A promise whose evidence is a service level: the figure of the due day says whether it was kept, until a person says otherwise and why.</summary>
internal sealed partial class Promise
{
    // As long as figures may take to come in; after that it is late like any other, and a person has to say how it stands.
    private const int FigurePatienceDays = 14;
    private readonly List<PromiseFigure> _figures = [];

    /// <summary>The service level that is its evidence; nothing when people say how it stands.</summary>
    public SubjectRef? Level { get; private set; }

    public bool KeptByFigure { get; private set; }

    /// <summary>Everything the figure ever said, in the order in which it said so.</summary>
    public IReadOnlyList<PromiseFigure> Figures => [.. _figures.OrderBy(f => f.At)];

    public DateTimeOffset? OverruledAt { get; private set; }

    public StaffId? OverruledBy { get; private set; }

    public string? OverruledBecause { get; private set; }

    /// <summary>The due day for which a person overruled the figure; another due day is judged by the figure again.</summary>
    public DateOnly? OverruledDue { get; private set; }

    public bool IsJudgedByFigure => Level is not null && OverruledDue != Due && DroppedAt is null && (KeptAt is null || KeptByFigure);

    /// <summary>The figure's last word about the day it is due.</summary>
    public PromiseFigure? FigureAt(DateTimeOffset at) => Level is null ? null : Figures.LastOrDefault(f => f.At <= at && f.Due == DueAt(at));

    /// <summary>Past its day, and the figure has said nothing yet.</summary>
    public bool WaitsForFigure(DateTimeOffset at, DateOnly today) =>
        Level is not null && OverruledDue != Due && today > DueAt(at) && today <= DueAt(at).AddDays(FigurePatienceDays)
        && FigureAt(at) is null or { Verdict: not (FigureVerdict.Met or FigureVerdict.Missed) };

    public void MeasureBy(SubjectRef? level, StaffId by, DateTimeOffset at)
    {
        RefuseWhenSettled();
        if (level == Level)
        {
            return;
        }

        if (_figures.Exists(f => f.Due == Due))
        {
            throw new BrokenRuleException("The figure has spoken already. Mark the promise as kept with a reason, or move its day", nameof(Level));
        }

        Level = level;
        Raise(new PromiseMeasured(Id, level, by, at));
    }

    /// <summary>Hears what the figure says about the due day once that is over.</summary>
    /// <returns>What was new in it, or nothing.</returns>
    public PromiseFigure? Hear(FigureReading reading, DateTimeOffset at)
    {
        if (!IsJudgedByFigure || MadeAt is null || reading.Verdict is FigureVerdict.Awaited or FigureVerdict.Stale or FigureVerdict.NoFigures)
        {
            return null;
        }

        var heard = new PromiseFigure(Due, reading.Verdict, reading.Words, reading.Url, reading.IsFinal, at);
        if (FigureAt(at) is { } last && last with { At = at } == heard)
        {
            return null;
        }

        _figures.Add(heard);
        var kept = reading.Verdict == FigureVerdict.Met;
        (KeptByFigure, KeptAt, KeptDay, KeptText, KeptLink) = kept ? (true, KeptAt ?? at, Due, heard.Sentence, heard.Url) : (false, (DateTimeOffset?)null, (DateOnly?)null, (string?)null, (string?)null);
        Raise(new PromiseJudgedByFigure(Id, Owner, heard.Sentence, at));
        return heard;
    }

    /// <summary>A person says that it was not kept, whatever the figure says, and why.</summary>
    public void Overrule(string? because, StaffId by, DateTimeOffset at)
    {
        if (!KeptByFigure)
        {
            throw new BrokenRuleException("No figure says that this promise was kept");
        }

        OverruledBecause = Stated.OrRefused(because, LongestReason, "Say why it was not kept", "Because");
        (OverruledAt, OverruledBy, OverruledDue) = (at, by, Due);
        (KeptByFigure, KeptAt, KeptDay, KeptText, KeptLink) = (false, null, null, null, null);
        Raise(new PromiseOverruled(Id, Owner, OverruledBecause, by, at));
    }
}
