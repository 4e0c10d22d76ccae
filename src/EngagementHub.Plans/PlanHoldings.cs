using EngagementHub.Core.Keeping;
using EngagementHub.Plans.Benefits;
using EngagementHub.Plans.Measures;
using EngagementHub.Plans.Plans;
using EngagementHub.Plans.Reminders;
using EngagementHub.Plans.Reviews;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans;

/// <summary>What is kept about those who plan, act, measure and account for gains.</summary>
internal sealed class PlanHoldings(HubDb db) : IHoldPeople
{
    private const string InPublic = "Who answered for what a department planned is part of its record; the name goes with the directory's entry unless it stays in office.";

    public IReadOnlyList<HeldRecord> Records { get; } =
    [
        HeldRecord.Of<Plan>("Plans that you own, drafted or adopted", p => x => x.Owner == p.Id || x.DraftedBy == p.Id || x.AdoptedBy == p.Id).Stays(InPublic).InOffice(),
        HeldRecord.Of<PlannedAction>("Actions that are yours", p => x => x.Owner == p.Id).Stays(InPublic).InOffice(),
        HeldRecord.Of<Measure>("Measures that are yours", p => x => x.Owner == p.Id).Stays(InPublic).InOffice(),
        HeldRecord.Of<Review>("Assessments of plans that you made", p => x => x.By == p.Id).Stays(InPublic).InOffice(),
        HeldRecord.Of<ActionReminder>("Reminders of actions to you", p => x => x.To == p.Id).Removed("They were for this person alone."),
        HeldRecord.Of<Programme>("Programmes that you own", p => x => x.Owner == p.Id).Stays(InPublic).InOffice(),
        HeldRecord.Of<Benefit>("Benefits that you are the officer of", p => x => x.Officer == p.Id).Stays(InPublic).InOffice(),
    ];

    public async Task<IReadOnlyList<string>> OwedAsync(StaffId person, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var open = (await db.PlannedActions.AsNoTracking().Where(a => a.Owner == person).ToListAsync(cancellation)).Count(a => !a.IsSettled);
        return open == 0 ? [] : [$"Owns {Say.Count(open, "action")} of a plan that {(open == 1 ? "is" : "are")} not done. Give them to somebody else first"];
    }
}
