using EngagementHub.Core.Ui;
using EngagementHub.Plans.Measures;
using EngagementHub.Plans.Plans;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Pages.Plans.Measures;

internal sealed class ReadModel(HubDb db, PlansDesk desk, Subjects subjects, IStaffDirectory directory) : MeasurePage(db, desk)
{
    public SubjectCard? Source { get; private set; }

    public string OwnerName { get; private set; } = "";

    public IReadOnlyList<PlannedAction> Actions { get; private set; } = [];

    public IReadOnlyList<Reading> Current { get; private set; } = [];

    public Readings.Finding? Finding { get; private set; }

    public bool MayChange { get; private set; }

    public TrajectoryData? Chart => Measure is not { Baseline: { } from, BaselineDay: { } day } ? null : new(
        Current.Count == 0 ? "No reading after the baseline yet" : $"{Measure.InWords(Measure.Shown(Current[^1].Value))} on {Say.Day(Current[^1].Day)}, {Measure.InWords(decimal.Round(Measure.PlannedOn(Current[^1].Day)!.Value, 1))} planned", $"{Measure.Name}, from {Measure.InWords(from)} on {Say.Day(day)} to {Measure.InWords(Measure.Target)} by {Say.Day(Measure.TargetDay)}",
        Measure.Unit, [new(day, from), new(Measure.TargetDay, Measure.Target)],
        [.. Current.Select(r => new TrajectoryReading(r.Day, Measure.Shown(r.Value), decimal.Round(Measure.PlannedOn(r.Day)!.Value, 1), r.Evidence))]);

    /// <summary>What has become of an action by now, in words.</summary>
    public string StateOf(PlannedAction action) => action.DoneAt <= Desk.Now ? $"done on {Say.Day(action.DoneDay!.Value)}"
        : action.DroppedAt <= Desk.Now ? "dropped" : $"due on {Say.Day(action.DatesAt(Desk.Now).Due)}";

    protected override Task<bool> IsAllowedAsync() => Task.FromResult(true);

    public async Task OnGetAsync()
    {
        Source = Measure.Source is { } source ? await subjects.DescribeAsync(source, HttpContext.RequestAborted) : null;
        OwnerName = (await directory.FindAsync(Measure.Owner))?.Name ?? "A former member of staff";
        Actions = await Db.PlannedActions.AsNoTracking().Where(a => a.Measure == Id).OrderBy(a => a.Due).ToListAsync();
        Current = Measure.CurrentAt((Desk.Now, Desk.Today));
        Finding = Readings.Criteria.OfMovement(Measure.MovementAt((Desk.Now, Desk.Today)));
        MayChange = Plan.ClosedAt is null && await MayChangeAsync();
    }
}
