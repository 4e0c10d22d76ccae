using EngagementHub.Plans;
using EngagementHub.Plans.Measures;
using EngagementHub.Plans.Plans;
using EngagementHub.Plans.Readings;
using EngagementHub.WorkingTime;

namespace EngagementHub.Tests.Plans;

/// <summary>A plan of Priya's with an action of Grace's, due on Friday 29 June 2007.</summary>
internal static class Drafts
{
    public static readonly DateOnly FirstDay = new(2007, 4, 2);
    public static readonly DateOnly Due = new(2007, 6, 29);
    public static readonly WorkingCalendar Office = UsualOffice.In("Europe/London");

    public static Act By(StaffId who, DateOnly day) => new(who, new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero), day);

    public static PlanForm Form(string areas = "Pay: 60\nReviews: 40") =>
        new("pay-and-reviews", PlanKind.ImprovementPlan, "Pay and reviews", "Better pay and reviews", People.Priya, FirstDay, areas);

    public static Plan Plan(string areas = "Pay") => EngagementHub.Plans.Plans.Plan.Draft(Form(areas), By(People.Priya, FirstDay.AddDays(-7)));

    public static ActionForm Action(Plan plan, DateOnly? due = null) => new(plan.Areas[0].Id, "Clear the old queries", "None is older than 30 days", People.Grace, FirstDay, due ?? Due);

    public static PlannedAction Add(Plan plan, DateOnly? due = null) => PlannedAction.Add(plan, Action(plan, due), (0, Office, By(People.Priya, FirstDay)));

    public static (Plan Plan, PlannedAction Action) Adopted(DateOnly? due = null)
    {
        var plan = Plan();
        var action = Add(plan, due);
        foreach (var months in EngagementHub.Plans.Plans.Plan.Months)
        {
            plan.Expect(months, $"What is seen after {months} months");
        }

        plan.Adopt([action], By(People.Olu, FirstDay));
        return (plan, action);
    }

    public static Measure Measure(Plan plan, decimal target = 0) =>
        EngagementHub.Plans.Measures.Measure.Define(plan, new MeasureForm("Old queries", "queries", People.Sid, target, Due, "More than at the start"), By(People.Priya, FirstDay));

    public static Measure Begun(Plan plan, decimal baseline = 60)
    {
        var measure = Measure(plan);
        measure.Begin(new BaselineForm(baseline, FirstDay.AddDays(-3), "Counted", "The queue"), By(People.Sid, FirstDay));
        return measure;
    }

    public static Standing Standing(this (Plan Plan, PlannedAction Action) of, DateOnly today, Movement? movement = null) =>
        of.Action.StandingAt(of.Plan, movement, new Criteria(of.Plan.ToleranceDays, Office), (By(People.Priya, today).At, today))!;
}
