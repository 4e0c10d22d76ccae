using EngagementHub.Plans.Plans;
using EngagementHub.Plans.Readings;

namespace EngagementHub.Tests.Plans;

/// <summary>The clock of these tests moves, so they have a hub of their own.</summary>
public sealed class MilestoneJobTests(PlansHub hub) : IClassFixture<PlansHub>
{
    [Fact]
    public async Task A_milestone_is_frozen_as_everything_stood_at_the_end_of_its_day_even_when_that_is_done_later()
    {
        var (plan, action) = await hub.Adopted("frozen");
        var grace = await hub.As("grace");
        GoTo(new(2007, 9, 20));
        await (await grace.Open($"{action}/say")).Submit(("Rag", "AmberGreen"), ("Because", "Two are left"));
        GoTo(new(2007, 10, 3));
        await (await grace.Open($"{action}/done")).Submit(("How", "None is left"));
        GoTo(new(2007, 10, 8));

        await hub.RunJob("plans.readings");
        var frozen = Snapshot.Read((await hub.Stored("frozen")).MilestoneOf(6).Snapshot!);
        await hub.RunJob("plans.readings");

        var found = Assert.Single(frozen.Actions);
        Assert.Equal((new DateOnly(2007, 10, 2), "overdue", Rag.Red, Rag.AmberGreen), (frozen.Day, found.State, found.Computed, found.Owner!.Value));
        Assert.Equal(frozen, Snapshot.Read((await hub.Stored("frozen")).MilestoneOf(6).Snapshot!) with { Actions = frozen.Actions, Measures = frozen.Measures });
        var page = await (await hub.As("tom")).Open($"{plan}/milestones/6");
        Assert.Contains("what is shown is what was frozen", page.Row("Seal"), StringComparison.Ordinal);
        Assert.Contains("Done", (await (await hub.As("tom")).Open(plan)).Text, StringComparison.Ordinal);

        await Revise(plan);
    }

    private async Task Revise(string plan)
    {
        var refused = await (await (await hub.As("office")).Open($"{plan}/revise?months=6")).Submit(("Was", "Overdue"), ("Is", "Done on 1 October"), ("Because", ""));
        var revised = await refused.Submit(("Because", "Grace had told Priya by mail"));

        Assert.Equal(["Say how it came to be wrong and who found it"], refused.Errors);
        Assert.Contains("Milestone at 6 months: Overdue Done on 1 October Grace had told Priya by mail", revised.Text, StringComparison.Ordinal);
    }

    private void GoTo(DateOnly day) => hub.Clock.Now = new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero);
}
