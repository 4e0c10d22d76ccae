namespace EngagementHub.Surveys.Results;

/// <summary>A figure that is shown for groups, as the whole number that is behind it: how many agree, or how many points were given.</summary>
/// <param name="PerPerson">The most that one person can add to it.</param>
/// <param name="Sum">What a group's marks come to.</param>
/// <param name="Shown">What is shown of a sum of so many people.</param>
internal sealed record ShownFigure(int PerPerson, Func<int[], int> Sum, Func<int, int, Coarse> Shown)
{
    /// <summary>What a pulse check shows for each group: its themes, and the index.</summary>
    public static IReadOnlyList<ShownFigure> Of(ResultSheet sheet)
    {
        var index = sheet.IndexItems();
        return
        [
            .. sheet.Themes().Select(t => new ShownFigure(t.Places.Count, m => t.Places.Sum(p => Figures.Positive(Figures.Marks(m, p))), (sum, people) => Coarse.Share(100m * sum / (people * t.Places.Count), people))),
            .. index.Count == 0 ? [] : (ShownFigure[])[new(4 * index.Count, m => index.Sum(p => Figures.Points(Figures.Marks(m, p))), (sum, people) => Coarse.Points(25m * sum / (people * index.Count)))],
        ];
    }

    /// <summary>All sums that are shown like this one.</summary>
    public (int Least, int Most) Like(int sum, int people)
    {
        var shown = Shown(sum, people).Value;
        return (First(0, sum, k => Shown(k, people).Value >= shown), First(sum, people * PerPerson, k => Shown(k + 1, people).Value > shown));
    }

    /// <summary>What may be known of everybody's sum. Many surfaces tell of everybody, so it is taken as known, but where it lies so high or low that it is only said to be that or more.</summary>
    public (int Least, int Most) Everybody(int sum, int people)
    {
        var like = Like(sum, people);
        return like.Least == 0 || like.Most == people * PerPerson ? like : (sum, sum);
    }

    // The first number of which it is true, and the last one if it is true of none before.
    private static int First(int least, int most, Func<int, bool> isTrue)
    {
        while (least < most)
        {
            var middle = (least + most) / 2;
            (least, most) = isTrue(middle) ? (least, middle) : (middle + 1, most);
        }

        return least;
    }
}
