using EngagementHub.Plans.Plans;
using EngagementHub.Plans.Readings;

namespace EngagementHub.Tests.Plans;

public sealed class ActionTests
{
    [Fact]
    public void It_is_not_due_on_a_bank_holiday_and_the_days_around_it_are_offered()
    {
        var refused = Assert.Throws<BrokenRuleException>(() => Drafts.Add(Drafts.Plan(), new(2007, 5, 28)));

        Assert.Equal("Due", refused.Field);
        Assert.Equal("Monday 28 May 2007 is no working day (Spring bank holiday). Choose Friday 25 May 2007 or Tuesday 29 May 2007", refused.Message);
    }

    [Fact]
    public void It_begins_with_its_plan_or_later_and_is_due_after_that()
    {
        var plan = Drafts.Plan();

        Assert.Equal("Begins", Refused(Drafts.Action(plan) with { Begins = Drafts.FirstDay.AddDays(-1) }));
        Assert.Equal("Due", Refused(Drafts.Action(plan) with { Begins = Drafts.Due.AddDays(1) }));
        Assert.Equal("Success", Refused(Drafts.Action(plan) with { Success = " " }));
        Assert.Equal("Area", Refused(Drafts.Action(plan) with { Area = Guid.NewGuid() }));
        Assert.Equal("Element", Refused(Drafts.Action(plan) with { Element = "X9" }));

        string? Refused(ActionForm form) => Assert.Throws<BrokenRuleException>(() => PlannedAction.Add(plan, form, (0, Drafts.Office, Drafts.By(People.Priya, Drafts.FirstDay)))).Field;
    }

    [Fact]
    public void The_day_first_set_is_kept_and_the_slip_is_counted_in_working_days()
    {
        var (plan, action) = Drafts.Adopted(new(2007, 5, 25));

        action.Move(plan, (new(2007, 5, 30), "The forms are at the printer"), Drafts.Office, Drafts.By(People.Grace, new(2007, 5, 24)));
        action.Move(plan, (new(2007, 6, 1), "Still there"), Drafts.Office, Drafts.By(People.Grace, new(2007, 5, 30)));

        Assert.Equal((new DateOnly(2007, 5, 25), new DateOnly(2007, 6, 1)), (action.FirstDue, action.Due));
        Assert.Equal(4, new Criteria(10, Drafts.Office).Slip(action.DatesAt(DateTimeOffset.MaxValue)));
        Assert.Equal(["The forms are at the printer", "Still there"], action.Slips.Select(s => s.Because));
    }

    [Fact]
    public void It_moves_only_with_a_reason_to_a_working_day_that_is_not_over()
    {
        var (plan, action) = Drafts.Adopted();
        var act = Drafts.By(People.Grace, new(2007, 6, 1));

        Assert.Equal("Because", Assert.Throws<BrokenRuleException>(() => action.Move(plan, (new(2007, 7, 2), ""), Drafts.Office, act)).Field);
        Assert.Equal("Due", Assert.Throws<BrokenRuleException>(() => action.Move(plan, (new(2007, 5, 31), "Sooner"), Drafts.Office, act)).Field);
        Assert.Equal("Due", Assert.Throws<BrokenRuleException>(() => action.Move(plan, (new(2007, 7, 1), "A Sunday"), Drafts.Office, act)).Field);
    }

    [Fact]
    public void How_it_stood_on_a_day_is_read_from_what_was_known_then()
    {
        var (plan, action) = Drafts.Adopted(new(2007, 5, 25));
        action.Move(plan, (new(2007, 6, 29), "More time"), Drafts.Office, Drafts.By(People.Grace, new(2007, 6, 4)));
        action.Finish(plan, "All are answered", Drafts.By(People.Grace, new(2007, 6, 25)));

        var before = (plan, action).Standing(new(2007, 5, 29));
        var between = (plan, action).Standing(new(2007, 6, 5));

        Assert.Equal((Rag.AmberRed, "overdue by 1 working day"), (before.Computed.Rag, before.Computed.Because));
        Assert.Equal(Rag.AmberRed, between.Computed.Rag);
        Assert.Equal(Rag.Green, (plan, action).Standing(new(2007, 6, 26)).Computed.Rag);
    }

    [Fact]
    public void A_reviewer_neither_does_the_action_nor_owns_the_plan()
    {
        var (plan, action) = Drafts.Adopted();
        var day = new DateOnly(2007, 4, 24);

        Assert.Throws<BrokenRuleException>(() => action.Report(plan, (Side.Reviewer, Rag.Green, "Fine"), Drafts.By(People.Grace, day)));
        Assert.Throws<BrokenRuleException>(() => action.Report(plan, (Side.Reviewer, Rag.Green, "Fine"), Drafts.By(People.Priya, day)));
        action.Report(plan, (Side.Reviewer, Rag.AmberRed, "I doubt it"), Drafts.By(People.Tom, day));

        Assert.Equal(Rag.AmberRed, (plan, action).Standing(day).Reviewer!.Rag);
    }

    [Fact]
    public void What_is_done_or_dropped_changes_no_more()
    {
        var (plan, action) = Drafts.Adopted();
        var act = Drafts.By(People.Grace, new(2007, 6, 1));
        action.Finish(plan, "All are answered", act);

        Assert.Equal("This action is settled: it was done", Assert.Throws<BrokenRuleException>(() => action.Drop(plan, "No money", act)).Message);
    }

    [Fact]
    public void Its_measure_has_a_baseline_from_before_the_action_begins()
    {
        var (plan, action) = Drafts.Adopted();
        var late = Drafts.Measure(plan);
        late.Begin(new(60, Drafts.FirstDay.AddDays(5), "Counted", "The queue"), Drafts.By(People.Sid, Drafts.FirstDay.AddDays(5)));

        var refused = Assert.Throws<BrokenRuleException>(() => action.Moves(late, Drafts.By(People.Priya, Drafts.FirstDay)));
        action.Moves(Drafts.Begun(plan), Drafts.By(People.Priya, Drafts.FirstDay));

        Assert.Contains("A baseline comes first, or it shows nothing", refused.Message, StringComparison.Ordinal);
        Assert.NotNull(action.Measure);
    }
}
