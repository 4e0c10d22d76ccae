using EngagementHub.Surveys.Results;

namespace EngagementHub.Tests.Surveys;

/// <summary>The arithmetic of results, with the examples the Civil Service publishes.</summary>
public sealed class FiguresTests
{
    private static readonly int[] Five = [0, 1, 2, 3, 4];

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 25)]
    [InlineData(3, 50)]
    [InlineData(4, 75)]
    [InlineData(5, 100)]
    public void The_index_is_0_when_all_strongly_disagree_and_100_when_all_strongly_agree(int mark, int index) =>
        Assert.Equal(index, Figures.Index(Alike(mark, people: 10), Five));

    [Fact]
    public void The_index_is_the_mean_of_the_persons_means()
    {
        // One person marks 5, 4, 4, 3, 2, another 1, 1, 2, 3, 4: means of 65 and 30.
        int[] marks = [1, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1, 0, 1, 0];

        Assert.Equal((65m + 30m) / 2, Figures.Index(marks, Five));
    }

    [Fact]
    public void A_change_is_rounded_last()
    {
        Assert.Equal("75", $"{Coarse.Points(74.636m)}");
        Assert.Equal("75", $"{Coarse.Points(75.436m)}");
        Assert.Equal(1, Figures.Change(74.636m, 75.436m));
    }

    [Fact]
    public void There_is_no_index_without_its_five_items() => Assert.Null(Figures.Index(Alike(3, people: 10), [0, 1, 2, 3]));

    [Fact]
    public void A_theme_s_score_is_the_mean_of_its_questions_shares_of_agreement_and_not_an_index()
    {
        // Of ten, 5 agree with the first and 8 with the second.
        int[] marks = [0, 5, 0, 5, 0, 0, 0, 2, 4, 4];

        Assert.Equal(65m, Figures.Theme(marks, [0, 1]));
    }

    [Theory]
    [InlineData(10, 10, "90% or more")]
    [InlineData(9, 10, "90% or more")]
    [InlineData(0, 10, "10% or less")]
    [InlineData(1, 10, "10% or less")]
    [InlineData(13, 20, "65%")]
    [InlineData(99, 99, "90% or more")]
    [InlineData(200, 200, "98% or more")]
    [InlineData(67, 200, "34%")]
    public void Shares_are_rounded_and_open_at_both_ends(int positive, int of, string said) => Assert.Equal(said, $"{Coarse.Share(100m * positive / of, of)}");

    [Fact]
    public void What_is_shown_when_all_answered_alike_is_also_shown_when_they_did_not()
    {
        for (var people = 10; people <= 60; people++)
        {
            var all = Splits(people).GroupBy(Shown).ToDictionary(g => g.Key, g => g.ToList());

            Assert.All(Splits(people).Where(IsUnanimous), alike => Assert.Contains(all[Shown(alike)], other => !IsUnanimous(other)));
        }
    }

    [Fact]
    public void A_small_difference_between_two_pulse_checks_is_not_called_a_change()
    {
        int[] spring = [0, 20, 0, 20, 0], autumn = [0, 17, 0, 23, 0], winter = [0, 8, 0, 32, 0];

        Assert.False(Noise.IsChange(7.5m, Noise.OfShare(spring), Noise.OfShare(autumn)));
        Assert.True(Noise.IsChange(30m, Noise.OfShare(spring), Noise.OfShare(winter)));
    }

    [Fact]
    public void Even_where_all_agree_a_difference_of_one_person_is_not_called_a_change()
    {
        int[] spring = [0, 0, 0, 0, 10], autumn = [0, 1, 0, 0, 9];

        Assert.False(Noise.IsChange(-10m, Noise.OfShare(spring), Noise.OfShare(autumn)));
        Assert.False(Noise.IsChange(2m, Noise.OfIndex(Alike(5, 10), Five), Noise.OfIndex(Alike(5, 10), Five)));
    }

    private static (string, string, string) Shown((int Positive, int Neutral, int Negative) split)
    {
        var people = split.Positive + split.Neutral + split.Negative;
        string Of(int count) => Coarse.Share(100m * count / people, people).Words;
        return (Of(split.Positive), Of(split.Neutral), Of(split.Negative));
    }

    private static bool IsUnanimous((int Positive, int Neutral, int Negative) split) => split.Positive + split.Neutral == 0 || split.Positive + split.Negative == 0 || split.Neutral + split.Negative == 0;

    private static IEnumerable<(int Positive, int Neutral, int Negative)> Splits(int people) =>
        from positive in Enumerable.Range(0, people + 1)
        from neutral in Enumerable.Range(0, people + 1 - positive)
        select (positive, neutral, people - positive - neutral);

    private static int[] Alike(int mark, int people) => [.. Enumerable.Range(0, 25).Select(i => i % 5 == mark - 1 ? people : 0)];
}
