namespace EngagementHub.Plans.Plans;

internal static class PlanKindWords
{
    public static string Word(this PlanKind kind) => kind switch
    {
        PlanKind.CapabilityActionPlan => "Capability action plan",
        PlanKind.ImprovementPlan => "Improvement plan",
        _ => "Implementation plan",
    };
}
