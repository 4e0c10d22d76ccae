using EngagementHub.Plans.Measures;

namespace EngagementHub.Plans.Plans;

/// <summary>What hangs on a plan, read once for all who look at it within a second: a plan of hundreds of actions holds thousands of words. A commit that touches an action or a measure ends it at once.</summary>
internal sealed class KeptParts(Editions editions)
{
    public Kept<Guid, (List<PlannedAction> Actions, List<Measure> Measures)> Of { get; } = new(editions, typeof(PlannedAction), typeof(Cause), typeof(Measure), typeof(Reading));
}
