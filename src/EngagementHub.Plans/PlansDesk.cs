using EngagementHub.Core.Web;
using EngagementHub.Plans.Plans;
using EngagementHub.Plans.Readings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.Plans;

/// <summary>Who asks, when, and what that person may do with plans now.</summary>
internal sealed class PlansDesk(ICurrentStaff staff, TimeProvider clock, IOptions<HubOptions> hub)
{
    public StaffId Me => staff.Id;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => DayOf(Now);

    public Act Act => new(Me, Now, Today);

    public DateOnly DayOf(DateTimeOffset instant) => instant.DayIn(hub.Value.Zone);

    public DateTimeOffset StartOf(DateOnly day) => day.StartIn(hub.Value.Zone);

    /// <summary>The last instant of a local day, or now while it lasts.</summary>
    public DateTimeOffset EndOf(DateOnly day) => day.AddDays(1).StartIn(hub.Value.Zone).AddMilliseconds(-1) is var end && end < Now ? end : Now;

    public Task<bool> MayWriteAsync() => staff.MayAsync(PlansModule.Write);

    public Task<bool> MayReviewAsync() => staff.MayAsync(PlansModule.Review);

    public Task<bool> IsFinanceAsync() => staff.MayAsync(PlansModule.VerifyCash);

    /// <summary>Whoever owns the plan runs it, and whoever may write plans.</summary>
    public async Task<bool> RunsAsync(Plan plan) => staff.IdOrNone is { } me && (me == plan.Owner || await MayWriteAsync());

    /// <summary>The plans that are not closed and that the reader runs, by title.</summary>
    public async Task<IReadOnlyList<Plan>> RunningAsync(HubDb db, CancellationToken cancellation = default)
    {
        var (me, mayWrite, now) = (staff.IdOrNone, await MayWriteAsync(), Now);
        return me is null ? [] : await db.Plans.AsNoTracking().Where(p => (p.ClosedAt == null || p.ClosedAt > now) && (mayWrite || p.Owner == me)).OrderBy(p => p.Title).ToListAsync(cancellation);
    }

    /// <summary>Everybody reads an adopted plan; a draft only who works on it.</summary>
    public async Task<bool> MayReadAsync(Plan plan) => plan.AdoptedAt <= Now || await RunsAsync(plan);

    /// <summary>For whom the reader would speak of an action: those who do it and lead the plan for themselves, anybody else who may review as a reviewer. Nothing where the reader has no say.</summary>
    public async Task<Side?> SideAsync(Plan plan, PlannedAction action) => staff.IdOrNone is not { } me ? null
        : me == action.Owner || me == plan.Owner ? Side.Owner
        : await MayReviewAsync() ? Side.Reviewer
        : await MayWriteAsync() ? Side.Owner : null;

    /// <summary>An action is told of, moved, done or dropped by its owner and by whoever runs the plan.</summary>
    public async Task<bool> WorksOnAsync(Plan plan, PlannedAction action) => staff.IdOrNone is { } me && (me == action.Owner || await RunsAsync(plan));
}
