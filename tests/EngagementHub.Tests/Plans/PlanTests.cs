using EngagementHub.Plans.Plans;
using EngagementHub.Plans.Readings;
using EngagementHub.Plans.Reviews;

namespace EngagementHub.Tests.Plans;

public sealed class PlanTests
{
    [Theory]
    [InlineData("Pay: 60\nReviews: 30", "The weights make 90%")]
    [InlineData("Pay: 100\nReviews", "The weights make 100%, and 1 of the areas have none")]
    [InlineData("Pay: -5\nReviews: 105", "weighs -5")]
    [InlineData("Pay\npay", "stands there twice")]
    [InlineData("  \n", "Enter at least one area")]
    public void Areas_are_weighed_so_that_they_make_a_hundred_or_not_at_all(string areas, string sentence)
    {
        var refused = Assert.Throws<BrokenRuleException>(() => Drafts.Plan(areas));

        Assert.Equal("Areas", refused.Field);
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_area_that_keeps_its_title_keeps_its_actions_when_the_draft_changes()
    {
        var plan = Drafts.Plan("Pay: 60\nReviews: 40");
        var pay = plan.Areas[0].Id;

        plan.Redraft(Drafts.Form("Pay: 50\nReviews: 25\nTraining: 25"), Drafts.By(People.Priya, Drafts.FirstDay));

        Assert.Equal(pay, plan.Areas.Single(a => a.Title == "Pay").Id);
    }

    [Fact]
    public void Milestones_lie_six_twelve_and_twenty_four_months_after_the_plan_begins()
    {
        DateOnly[] days = [new(2007, 10, 2), new(2008, 4, 2), new(2009, 4, 2)];

        Assert.Equal(days, Drafts.Plan().Milestones.Select(m => m.Day));
    }

    [Fact]
    public void A_milestone_never_lies_before_its_plan_and_its_first_day_is_kept()
    {
        var plan = Drafts.Adopted().Plan;
        var act = Drafts.By(People.Priya, Drafts.FirstDay);

        var refused = Assert.Throws<BrokenRuleException>(() => plan.MoveMilestone(6, Drafts.FirstDay.AddDays(-1), "Sooner", act));
        Assert.Equal("The plan begins on Monday 2 April 2007. A milestone lies after that", refused.Message);
        Assert.Contains("today or later", Assert.Throws<BrokenRuleException>(() => plan.MoveMilestone(6, Drafts.FirstDay.AddDays(29), "It looked better then", Drafts.By(People.Priya, Drafts.FirstDay.AddDays(30)))).Message, StringComparison.Ordinal);
        plan.MoveMilestone(6, new(2007, 11, 1), "The board meets then", act);

        Assert.Equal((new DateOnly(2007, 10, 2), new DateOnly(2007, 11, 1)), (plan.MilestoneOf(6).FirstDay, plan.MilestoneOf(6).Day));
    }

    [Fact]
    public void It_is_adopted_only_when_every_area_has_an_action_and_every_milestone_says_what_will_be_seen()
    {
        var plan = Drafts.Plan("Pay: 60\nReviews: 40");
        var action = Drafts.Add(plan);
        Assert.Contains("\"Reviews\" has no action yet", Assert.Throws<BrokenRuleException>(() => plan.Adopt([action], Drafts.By(People.Olu, Drafts.FirstDay))).Message, StringComparison.Ordinal);

        var other = Drafts.Plan();
        Assert.Contains("Nothing is written for 6 months", Assert.Throws<BrokenRuleException>(() => other.Adopt([Drafts.Add(other)], Drafts.By(People.Olu, Drafts.FirstDay))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_expected_stays_as_it_was_written_before_the_plan_was_adopted()
    {
        Assert.Throws<BrokenRuleException>(() => Drafts.Adopted().Plan.Expect(6, "Something easier"));
    }

    [Fact]
    public void A_frozen_milestone_keeps_what_was_found_under_a_seal_and_is_frozen_once()
    {
        var plan = Drafts.Adopted().Plan;
        var day = plan.MilestoneOf(6).Day;
        plan.Freeze(6, new Snapshot(day, Rag.AmberRed, "1 Amber/Red", [], []), Drafts.By(People.Olu, day.AddDays(1)).At);
        var seal = plan.MilestoneOf(6).Seal;

        plan.Freeze(6, new Snapshot(day, Rag.Green, "1 Green", [], []), Drafts.By(People.Olu, day.AddDays(2)).At);

        Assert.Equal(seal, plan.MilestoneOf(6).Seal);
        Assert.True(plan.MilestoneOf(6).IsIntact);
        Assert.Equal(Rag.AmberRed, Snapshot.Read(plan.MilestoneOf(6).Snapshot!).Worst);
        Assert.False((plan.MilestoneOf(6) with { Snapshot = plan.MilestoneOf(6).Snapshot!.Replace("AmberRed", "Green", StringComparison.Ordinal) }).IsIntact);
        Assert.Throws<BrokenRuleException>(() => plan.MoveMilestone(6, day.AddDays(30), "Later", Drafts.By(People.Priya, day)));
    }

    [Fact]
    public void A_closed_plan_takes_corrections_only_as_numbered_revisions_with_a_reason()
    {
        var (plan, action) = Drafts.Adopted();
        var act = Drafts.By(People.Priya, new(2007, 7, 2));
        Assert.Throws<BrokenRuleException>(() => plan.Revise((null, "Was", "Is", "Because"), act));

        plan.Close("All is done", act);

        Assert.Throws<BrokenRuleException>(() => action.Report(plan, (Side.Owner, Rag.Green, "Fine"), act));
        Assert.Throws<BrokenRuleException>(() => Drafts.Add(plan));
        Assert.Throws<BrokenRuleException>(() => Drafts.Measure(plan));
        Assert.Equal("Because", Assert.Throws<BrokenRuleException>(() => plan.Revise((null, "Done on 2 July", "Done on 9 July", " "), act)).Field);
        plan.Revise((null, "Done on 2 July", "Done on 9 July", "Typed wrongly"), act);
        plan.Revise((null, "Two", "Three", "Counted again"), act);
        Assert.Equal([1, 2], plan.Revisions.Select(r => r.Number));
    }

    [Fact]
    public void It_is_assessed_once_a_year_by_somebody_who_does_not_own_it()
    {
        var plan = Drafts.Adopted().Plan;
        var day = new DateOnly(2008, 3, 31);
        Assert.Throws<BrokenRuleException>(() => Review.Of(plan, (Rag.Green, "Fine", "Go on"), Drafts.By(People.Priya, day)));

        var review = Review.Of(plan, (Rag.AmberGreen, "Nearly", "Ask for help"), Drafts.By(People.Tom, day));

        Assert.Equal(new DateOnly(2008, 4, 2), Review.NextDue(plan, []));
        Assert.Equal(new DateOnly(2009, 3, 31), Review.NextDue(plan, [review]));
    }
}
