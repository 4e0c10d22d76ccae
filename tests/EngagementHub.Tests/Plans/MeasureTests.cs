using EngagementHub.Core.Ports;
using EngagementHub.Plans.Measures;
using EngagementHub.Plans.Plans;
using EngagementHub.Plans.Readings;

namespace EngagementHub.Tests.Plans;

public sealed class MeasureTests
{
    private static readonly SubjectRef Source = new("servicelevels.level", Guid.NewGuid());

    [Fact]
    public void A_baseline_is_frozen_with_its_method_day_and_source_and_there_is_one()
    {
        var measure = Drafts.Begun(Drafts.Plan());

        Assert.Equal((60m, "Counted", "The queue"), (measure.Baseline, measure.BaselineMethod, measure.BaselineSource));
        Assert.Contains("It does not change", Assert.Throws<BrokenRuleException>(() => measure.Begin(new(50, Drafts.FirstDay, "Again", "The queue"), Drafts.By(People.Sid, Drafts.FirstDay))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_that_is_the_target_already_is_refused()
    {
        var measure = Drafts.Measure(Drafts.Plan(), target: 60);

        var refused = Assert.Throws<BrokenRuleException>(() => measure.Begin(new(60, Drafts.FirstDay, "Counted", "The queue"), Drafts.By(People.Sid, Drafts.FirstDay)));

        Assert.Equal("The baseline is the target already (60 queries). Choose a target that is better, or a measure that can move", refused.Message);
    }

    [Fact]
    public void Without_a_baseline_nothing_is_read()
    {
        var plan = Drafts.Adopted().Plan;

        Assert.Contains("has no baseline yet", Assert.Throws<BrokenRuleException>(() => Drafts.Measure(plan).Read(plan, new(50, Drafts.FirstDay.AddDays(1), "The queue"), Drafts.By(People.Sid, Drafts.FirstDay.AddDays(1)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reading_lies_after_the_baseline_and_not_in_the_future_and_says_where_it_can_be_checked()
    {
        var plan = Drafts.Adopted().Plan;
        var measure = Drafts.Begun(plan);
        var act = Drafts.By(People.Sid, new(2007, 4, 24));

        Assert.Equal("The baseline is of Friday 30 March 2007. A reading comes after it", Assert.Throws<BrokenRuleException>(() => measure.Read(plan, new(50, new(2007, 3, 30), "The queue"), act)).Message);
        Assert.Equal("Day", Assert.Throws<BrokenRuleException>(() => measure.Read(plan, new(50, new(2007, 4, 25), "The queue"), act)).Field);
        Assert.Equal("Evidence", Assert.Throws<BrokenRuleException>(() => measure.Read(plan, new(50, new(2007, 4, 24), null), act)).Field);
    }

    [Theory]
    [InlineData(60, 0)]
    [InlineData(10, 95)]
    public void A_target_of_zero_is_reached_from_above_like_any_other(int baseline, int target)
    {
        var measure = Drafts.Measure(Drafts.Plan(), target);
        measure.Begin(new(baseline, Drafts.Due.AddDays(-100), "Counted", "The queue"), Drafts.By(People.Sid, Drafts.FirstDay));

        Assert.Equal((baseline + target) / 2m, measure.PlannedOn(Drafts.Due.AddDays(-50)));
        Assert.Equal(target, measure.PlannedOn(Drafts.Due.AddYears(1)));
        Assert.Equal(baseline, measure.PlannedOn(Drafts.Due.AddYears(-1)));
    }

    [Fact]
    public void Its_movement_is_the_share_of_what_was_planned_for_the_day_it_was_read()
    {
        var plan = Drafts.Adopted().Plan;
        var measure = Drafts.Measure(plan);
        measure.Begin(new(60, new(2007, 3, 31), "Counted", "The queue"), Drafts.By(People.Sid, Drafts.FirstDay));
        measure.Read(plan, new(45, new(2007, 5, 15), "The queue"), Drafts.By(People.Sid, new(2007, 5, 15)));

        Assert.Equal(0.5m, measure.MovementAt((Drafts.By(People.Sid, new(2007, 5, 16)).At, new(2007, 5, 16)))!.ShareOfPlan);
        Assert.Null(measure.MovementAt((Drafts.By(People.Sid, new(2007, 5, 14)).At, new(2007, 5, 14))));
    }

    [Fact]
    public void A_day_that_was_read_is_corrected_by_a_numbered_revision_with_a_reason()
    {
        var plan = Drafts.Adopted().Plan;
        var measure = Drafts.Begun(plan);
        var (day, act) = (new DateOnly(2007, 4, 20), Drafts.By(People.Sid, new(2007, 4, 24)));
        measure.Read(plan, new(50, day, "The queue"), act);

        Assert.Equal("Because", Assert.Throws<BrokenRuleException>(() => measure.Read(plan, new(48, day, "The queue"), act)).Field);
        measure.Read(plan, new(48, day, "The queue", "Two were counted twice"), act with { At = act.At.AddHours(1) });

        Assert.Equal([(50m, 0), (48m, 1)], measure.Readings.Select(r => (r.Value, r.Revision)));
        Assert.Equal(48, Assert.Single(measure.CurrentAt((act.At.AddHours(2), act.Day))).Value);
    }

    [Fact]
    public void What_lies_in_a_frozen_period_is_added_only_with_a_reason()
    {
        var plan = Drafts.Adopted().Plan;
        var measure = Drafts.Begun(plan);
        var day = plan.MilestoneOf(6).Day;
        plan.Freeze(6, new Snapshot(day, Rag.Green, "", [], []), Drafts.By(People.Olu, day.AddDays(1)).At);

        var refused = Assert.Throws<BrokenRuleException>(() => measure.Read(plan, new(10, day, "The queue"), Drafts.By(People.Sid, day.AddDays(5))));

        Assert.Equal("Everything up to Tuesday 2 October 2007 is frozen. To add to it, say why: it becomes a numbered revision", refused.Message);
    }

    [Fact]
    public void A_source_s_provisional_figure_is_replaced_and_a_frozen_one_is_revised_beside_what_was_known()
    {
        var plan = Drafts.Adopted().Plan;
        var measure = Followed(plan);
        var at = Drafts.By(People.Sid, new(2007, 5, 2)).At;
        Assert.True(measure.Hear(plan, [Told(new(2007, 4, 30), 70)], at));
        Assert.False(measure.Hear(plan, [Told(new(2007, 4, 30), 70)], at.AddDays(1)));
        measure.Hear(plan, [Told(new(2007, 4, 30), 72)], at.AddDays(2));
        Assert.Equal(72, Assert.Single(measure.Readings).Value);

        var day = plan.MilestoneOf(6).Day;
        plan.Freeze(6, new Snapshot(day, Rag.Green, "", [], []), Drafts.By(People.Olu, day.AddDays(1)).At);
        measure.Hear(plan, [Told(new(2007, 4, 30), 71)], at.AddYears(1));

        Assert.Equal([(72m, 0), (71m, 1)], measure.Readings.Select(r => (r.Value, r.Revision)));
    }

    [Fact]
    public void A_measure_with_a_source_takes_nothing_by_hand_and_nothing_from_before_its_baseline()
    {
        var plan = Drafts.Adopted().Plan;
        var measure = Followed(plan);

        Assert.False(measure.Hear(plan, [Told(new(2007, 3, 30), 99)], Drafts.By(People.Sid, new(2007, 5, 2)).At));
        Assert.Throws<BrokenRuleException>(() => measure.Read(plan, new(70, new(2007, 4, 20), "By hand"), Drafts.By(People.Sid, new(2007, 4, 24))));
    }

    private static Measure Followed(Plan plan)
    {
        var measure = Measure.Define(plan, new MeasureForm("Desktops in time", "%", People.Sid, 95, Drafts.Due, "Below 60%") { Source = Source }, Drafts.By(People.Priya, Drafts.FirstDay));
        measure.Begin(new(60, new(2007, 3, 30), "Counted", "The forms"), Drafts.By(People.Sid, Drafts.FirstDay));
        return measure;
    }

    private static MeasuredReading Told(DateOnly day, decimal value) => new(day, value, $"{value}% of 40", "/service-levels/standard-desktop", IsFinal: false);
}
