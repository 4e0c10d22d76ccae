using EngagementHub.Surveys.Results;

namespace EngagementHub.Tests.Surveys;

/// <summary>The rule that decides whether something small can be worked out of what is shown.</summary>
public sealed class CombinationsTests
{
    [Fact]
    public void A_total_and_all_groups_but_a_small_one_give_the_small_one_away()
    {
        var danger = Dangers(10, ([0, 1], 30), ([0, 2], 20), ([0], 4))[0];

        Assert.Equal([0, 1, 2], danger);
    }

    [Fact]
    public void A_total_and_groups_may_stand_together_when_enough_people_are_left_over()
    {
        Assert.Empty(Dangers(10, ([0, 1], 30), ([0, 2], 20), ([0], 10)));
        Assert.Empty(Dangers(10, ([0, 1], 30), ([0, 2], 20)));
    }

    [Fact]
    public void Units_and_grades_may_stand_side_by_side_although_few_share_both()
    {
        // Two units of fifteen (0, 1) and two grades (2, 3); each unit has a few of each grade.
        Assert.Empty(Dangers(10, ([0, 2], 9), ([0, 3], 6), ([1, 2], 6), ([1, 3], 9)));
    }

    [Fact]
    public void A_unit_that_is_nearly_a_grade_gives_away_the_few_in_whom_they_differ()
    {
        Assert.NotEmpty(Dangers(10, ([0, 1], 30), ([0], 2), ([2], 30)));
    }

    [Fact]
    public void Two_pulse_checks_of_a_group_may_be_shown_when_enough_came_and_went_between_them()
    {
        Assert.Empty(Dangers(10, ([0], 6), ([1], 7), ([0, 1], 8)));
        Assert.NotEmpty(Dangers(10, ([0], 4), ([1], 5), ([0, 1], 8)));
    }

    [Fact]
    public void Nothing_that_isolates_too_few_ever_passes()
    {
        var random = new Random(2007);
        var (passed, unneeded) = (0, 0);
        for (var round = 0; round < 3_000; round++)
        {
            var (people, groups, fewest) = (random.Next(4, 13), random.Next(2, 6), random.Next(2, 5));
            var cells = Enumerable.Range(0, groups).Select(_ => (IReadOnlySet<int>)Enumerable.Range(0, people).Where(_ => random.Next(3) > 0).ToHashSet()).ToList();
            var patterns = Enumerable.Range(0, people).Select(p => ((IReadOnlyList<int>)[.. Enumerable.Range(0, groups).Where(c => cells[c].Contains(p))], 1));

            var isSafe = new Combinations(groups, patterns, fewest).Dangers().Count == 0;

            var isDangerous = EveryCombination.ComesDownToTooFew(cells, people, fewest);
            Assert.False(isSafe && isDangerous, $"round {round}: passed although a combination comes down to fewer than {fewest}");
            passed += isSafe ? 1 : 0;
            unneeded += !isSafe && !isDangerous ? 1 : 0;
        }

        Assert.True(passed > 300, $"only {passed} systems passed, so little was tried");
        Assert.Equal(0, unneeded);
    }

    private static IReadOnlyList<IReadOnlyList<int>> Dangers(int fewest, params (IReadOnlyList<int> Cells, int People)[] patterns) =>
        new Combinations(patterns.Max(p => p.Cells.Max()) + 1, patterns, fewest).Dangers();
}
