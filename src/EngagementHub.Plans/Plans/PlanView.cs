using EngagementHub.Plans.Measures;
using EngagementHub.Plans.Readings;

namespace EngagementHub.Plans.Plans;

/// <summary>A plan as it stood at an instant: area by area, the worst of each with its counts.</summary>
internal sealed record PlanView(Plan Plan, IReadOnlyList<ActionLine> Lines, IReadOnlyList<Measure> Measures, (DateTimeOffset At, DateOnly Today) AsOf, IReadOnlyDictionary<StaffId, StaffCard> People)
{
    private readonly Lazy<IReadOnlyList<AreaView>> _areas = new(() => [.. Plan.Areas.GroupJoin(Lines, a => a.Id, l => l.Action.Area, (a, lines) => new AreaView(a, [.. lines]))]);

    private readonly Lazy<RollUp> _whole = new(() => RollUp.Of(Lines.Select(l => l.Standing).OfType<Standing>()));

    public IReadOnlyList<AreaView> Areas => _areas.Value;

    public RollUp Whole => _whole.Value;

    public string Url => $"/plans/{Plan.Slug}";

    public DateOnly Today => AsOf.Today;

    public bool IsClosed => Plan.ClosedAt <= AsOf.At;

    public Reading? LastOf(Measure measure) => measure.CurrentAt(AsOf).LastOrDefault();

    public string OwnerName => People.GetValueOrDefault(Plan.Owner)?.Name ?? "A former member of staff";

    public int Overdue => Lines.Count(l => l.IsOverdue);

    public int Done => Lines.Count(l => l.IsDone);

    /// <summary>How many name neither who asked for it nor what it should move, in words; nothing where all do. Dropped actions are not asked.</summary>
    public string? Unexplained
    {
        get
        {
            var (open, causeless, aimless) = (Lines.Count(l => !l.IsDropped), Lines.Count(l => !l.IsDropped && l.Action.Causes.Count == 0), Lines.Count(l => !l.IsDropped && l.Action.Measure is null));
            return causeless + aimless == 0 ? null
                : $"Of {Say.Count(open, "action")} {(causeless == 0 ? "all name" : $"{causeless:N0} do not name")} what caused them, and {(aimless == 0 ? "all name" : $"{aimless:N0} do not name")} the measure that they should move";
        }
    }

    /// <summary>How much is done, in percent: areas by their weight where they have one, else every action alike. Dropped actions do not count.</summary>
    public decimal? DonePercent
    {
        get
        {
            var counted = Areas.Where(a => a.Counted > 0).ToList();
            var weight = counted.Sum(a => a.Area.Weight);
            return counted.Count == 0 ? null
                : weight == 0 ? 100m * counted.Sum(a => a.Done) / counted.Sum(a => a.Counted)
                : counted.Sum(a => a.Area.Weight * 100m * a.Done / a.Counted) / weight;
        }
    }

    /// <summary>What a reader is told first: where readings disagree, else the worst with its counts.</summary>
    public string Headline => Whole.Total == 0 ? Lines.Count == 0 ? "No actions yet" : "Every action was dropped"
        : Whole.Disagreements > 0
        ? $"On {Say.Count(Whole.Disagreements, "action")} of {Whole.Total:N0} the readings disagree"
        : $"{Whole.Worst.Word()} at worst";

    public Snapshot Freeze(DateOnly day) => new(
        day, Whole.Worst, Whole.InWords,
        [.. Lines.Select(l => new FrozenAction(
            l.Action.Id, l.Action.Title, Plan.Areas.First(a => a.Id == l.Action.Area).Title, l.Action.FirstDue, l.Due, l.State, l.Standing?.Computed.Rag ?? Rag.Green, l.Standing?.Computed.Because ?? "dropped",
            l.Standing is { OwnersHolds: true } held ? held.Owner!.Rag : null, l.Standing?.Reviewer?.Rag, l.Standing?.Worst ?? Rag.Green))],
        [.. Measures.Where(m => m.Baseline is not null).Select(m => Frozen(m, day))]);

    private FrozenMeasure Frozen(Measure measure, DateOnly day)
    {
        var last = LastOf(measure);
        return new(measure.Id, measure.Name, measure.Unit, measure.Baseline!.Value, decimal.Round(measure.PlannedOn(day)!.Value, 2), last?.Value, last?.Day, measure.Target);
    }
}

/// <summary>An area with its actions.</summary>
internal sealed record AreaView(Area Area, IReadOnlyList<ActionLine> Lines)
{
    public RollUp RollUp { get; } = RollUp.Of(Lines.Select(l => l.Standing).OfType<Standing>());

    public int Counted => Lines.Count(l => l.Standing is not null);

    public int Done => Lines.Count(l => l.IsDone);
}
