using EngagementHub.Plans.Measures;
using EngagementHub.Plans.Readings;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Plans;

/// <summary>Reads plans with everything that hangs on them, and says how they stood at an instant.</summary>
internal sealed class PlanReader(HubDb db, PlansDesk desk, IOfficeCalendar office, IStaffDirectory directory, KeptParts kept)
{
    /// <summary>As it stands, for whoever looks; not for a transaction that is under way.</summary>
    public async Task<PlanView> ReadAsync(Plan plan, CancellationToken cancellation = default) =>
        await ViewAsync(plan, await kept.Of.GetAsync(plan.Id, () => PartsAsync(plan.Id, cancellation)), (desk.Now, desk.Today), cancellation);

    public async Task<PlanView> ReadAsync(Plan plan, (DateTimeOffset At, DateOnly Today) asOf, CancellationToken cancellation = default) =>
        await ViewAsync(plan, await PartsAsync(plan.Id, cancellation), asOf, cancellation);

    /// <summary>One action, without the others of its plan.</summary>
    public async Task<ActionLine> LineOfAsync(Plan plan, PlannedAction action, CancellationToken cancellation = default)
    {
        var measures = await db.PlanMeasures.AsNoTracking().Where(m => m.Id == action.Measure).ToListAsync(cancellation);
        var people = await directory.CardsAsync([action.Owner], cancellation);
        return View(plan, ([action], measures), new Criteria(plan.ToleranceDays, await office.GetAsync(cancellation)), (desk.Now, desk.Today), people).Lines[0];
    }

    public Task<IReadOnlyList<PlanView>> AllAsync(CancellationToken cancellation = default) => AllAsync(null, cancellation);

    /// <summary>The plans that readers see, or the one of that name, with their actions in few questions to the database.</summary>
    public async Task<IReadOnlyList<PlanView>> AllAsync(string? slug, CancellationToken cancellation = default)
    {
        var (now, today) = (desk.Now, desk.Today);
        var plans = await db.Plans.AsNoTracking().Where(p => p.AdoptedAt <= now && (slug == null || p.Slug == slug)).OrderBy(p => p.AdoptedAt).ToListAsync(cancellation);
        var ids = plans.ConvertAll(p => p.Id);
        var actions = (await db.PlannedActions.AsNoTracking().Where(a => ids.Contains(a.Plan)).OrderBy(a => a.Place).ToListAsync(cancellation)).ToLookup(a => a.Plan);
        var measures = (await db.PlanMeasures.AsNoTracking().Where(m => ids.Contains(m.Plan)).OrderBy(m => m.Name).ToListAsync(cancellation)).ToLookup(m => m.Plan);
        var people = await directory.CardsAsync(actions.SelectMany(a => a).Select(a => a.Owner).Concat(plans.Select(p => p.Owner)).Distinct(), cancellation);
        var calendar = await office.GetAsync(cancellation);
        return [.. plans.Select(p => View(p, ([.. actions[p.Id]], [.. measures[p.Id]]), new Criteria(p.ToleranceDays, calendar), (now, today), people))];
    }

    private async Task<(List<PlannedAction> Actions, List<Measure> Measures)> PartsAsync(Guid plan, CancellationToken cancellation) =>
        (await db.PlannedActions.AsNoTracking().Where(a => a.Plan == plan).OrderBy(a => a.Place).ToListAsync(cancellation), await db.PlanMeasures.AsNoTracking().Where(m => m.Plan == plan).OrderBy(m => m.Name).ToListAsync(cancellation));

    private async Task<PlanView> ViewAsync(Plan plan, (List<PlannedAction> Actions, List<Measure> Measures) parts, (DateTimeOffset At, DateOnly Today) asOf, CancellationToken cancellation)
    {
        var people = await directory.CardsAsync(parts.Actions.Select(a => a.Owner).Append(plan.Owner).Distinct(), cancellation);
        return View(plan, parts, new Criteria(plan.ToleranceDays, await office.GetAsync(cancellation)), asOf, people);
    }

    private static PlanView View(Plan plan, (List<PlannedAction> Actions, List<Measure> Measures) has, Criteria criteria, (DateTimeOffset At, DateOnly Today) asOf, IReadOnlyDictionary<StaffId, StaffCard> people)
    {
        var movements = has.Measures.ToDictionary(m => m.Id, m => m.MovementAt(asOf));
        List<ActionLine> lines = [.. has.Actions.Select(a => Line(a))];
        return new PlanView(plan, lines, has.Measures, asOf, people);

        ActionLine Line(PlannedAction action)
        {
            var movement = action.Measure is { } measure ? movements.GetValueOrDefault(measure) : null;
            var dates = action.DatesAt(asOf.At);
            return new ActionLine(action, action.StandingAt(plan, movement, criteria, asOf), dates, asOf.Today, people.GetValueOrDefault(action.Owner)) { Slip = criteria.Slip(dates) };
        }
    }
}

/// <summary>An action as its plan shows it, by what was known then.</summary>
internal sealed record ActionLine(PlannedAction Action, Standing? Standing, ActionDates Dates, DateOnly Today, StaffCard? Owner)
{
    /// <summary>By how many working days its day was moved in all.</summary>
    public int Slip { get; init; }

    public string Url => $"/plans/actions/{Action.Id}";

    public DateOnly Due => Dates.Due;

    public bool IsDropped => Standing is null;

    public bool IsDone => Dates.IsDone;

    public DateOnly? DoneDay => IsDone ? Action.DoneDay : null;

    public bool IsOverdue => !IsDropped && Dates.IsOverdue(Today);

    public bool IsSettled => IsDropped || IsDone;

    /// <summary>Its owner has left, and there is still something to do.</summary>
    public bool HasNobody => Owner is not { IsActive: true } && !IsSettled;

    public string OwnerName => Owner is null ? "A former member of staff" : Owner.Name;

    public string State => IsDropped ? "dropped" : IsDone ? "done" : IsOverdue ? "overdue" : "open";
}
