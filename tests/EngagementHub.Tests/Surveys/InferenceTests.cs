using EngagementHub.Surveys.Answers;
using EngagementHub.Surveys.Results;

namespace EngagementHub.Tests.Surveys;

/// <summary>All rounded figures together, looked at by going through every way in which people could have answered.</summary>
public sealed class InferenceTests
{
    private static readonly Guid Survey = Guid.NewGuid();
    private static readonly StaffId[] People = [.. Enumerable.Range(0, 60).Select(i => new StaffId(StableId.From($"staff/{i}")))];
    private static readonly ShownFigure Agree = new(1, m => Figures.Positive(Figures.Marks(m, 0)), (sum, people) => Coarse.Share(100m * sum / people, people));

    /// <param name="table">For each unit how many of each grade answered.</param>
    [Theory]
    [InlineData("15;4;11")]
    [InlineData("20;20")]
    [InlineData("10;12;14")]
    [InlineData("10;10;3;8")]
    [InlineData("5,5;5,5")]
    [InlineData("8,4;6,9")]
    [InlineData("9,6;5,7")]
    [InlineData("5,3,4;6,2,5")]
    [InlineData("11,1;2,12")]
    public void Whatever_people_answered_no_group_of_too_few_and_no_unanimous_one_can_be_reckoned_from_what_is_shown(string table)
    {
        var sizes = table.Split(';').Select(u => u.Split(',').Select(int.Parse).ToArray()).ToArray();
        var answers = Ways([.. sizes.SelectMany(u => u)]).ToList();
        var shown = answers.ConvertAll(a => Shown(sizes, a));

        foreach (var release in answers.Zip(shown).GroupBy(a => string.Join('|', a.Second.Select(k => $"{k}").Order())))
        {
            var keys = release.First().Second;
            var alike = answers.ToLookup(a => Published(sizes, a, keys));
            foreach (var (answer, _) in release)
            {
                RefuseKnown(sizes, [.. alike[Published(sizes, answer, keys)]], string.Join(',', answer));
            }
        }
    }

    /// <summary>Why it is needed: adding and taking away alone finds nothing here, and yet all of South are known to agree.</summary>
    [Fact]
    public void Twenty_who_all_agree_beside_twenty_of_whom_seven_do_are_not_both_shown()
    {
        int[][] sizes = [[20], [20]];

        Assert.Equal(3, Apart(sizes).Count(k => k.Cut != Cut.Grade));
        Assert.Equal(2, Shown(sizes, [7, 20]).Count(k => k.Cut != Cut.Grade));
        Assert.Equal(3, Shown(sizes, [7, 13]).Count(k => k.Cut != Cut.Grade));
    }

    /// <summary>In a large department nothing has to be given up for it.</summary>
    [Fact]
    public void Two_hundred_units_and_eight_grades_keep_their_figures()
    {
        var random = new Random(1854);
        var answered = Enumerable.Range(0, 20_000).Select(i => (Who: new StaffId(StableId.From($"staff/{i}")), Unit: $"U{random.Next(200)}", Grade: $"G{random.Next(8)}", Mark: random.Next(1, 6))).ToList();
        Dictionary<CellKey, Tally> tallies = [];
        foreach (var (who, unit, grade, mark) in answered)
        {
            foreach (var key in (CellKey[])[new(Cut.Unit, unit), new(Cut.Grade, grade)])
            {
                (tallies.TryGetValue(key, out var tally) ? tally : tallies[key] = Tally.Begin(Survey, key.Cut!.Value, key.Name, 500, 1)).Count([mark]);
            }
        }

        var sheet = new Sheet([new(CellKey.Everybody, [.. answered.Select(a => a.Who)]), .. tallies.Keys.Select(k => KeyValuePair.Create(k, (IReadOnlyCollection<StaffId>)[.. answered.Where(a => k.Name == (k.Cut == Cut.Unit ? a.Unit : a.Grade)).Select(a => a.Who)]))]);
        var apart = new Release(10, []).Choose(sheet);

        Assert.Equal(209, apart.Count);
        Assert.Equal(209, new Inference(sheet, [.. tallies.Values], 10).Choose(apart, [.. Enumerable.Repeat(Agree, 10)]).Count);
    }

    [Fact]
    public void A_flow_knows_what_can_be_no_other()
    {
        var flow = new Flow(4);
        var (first, second) = (flow.Add((0, 1), (0, 5), 2), flow.Add((0, 2), (0, 5), 3));
        var (third, fourth) = (flow.Add((1, 3), (0, 5), 2), flow.Add((2, 3), (3, 3), 3));

        Assert.All([first, second, third, fourth], arc => Assert.True(flow.IsPinned(arc)));
        flow.Add((3, 0), (0, 9), 5);
        Assert.False(flow.IsPinned(first) || flow.IsPinned(third));
        Assert.True(flow.IsPinned(second) && flow.IsPinned(fourth));
    }

    private static void RefuseKnown(int[][] sizes, IReadOnlyList<int[]> possible, string answer)
    {
        var grades = sizes[0].Length;
        var groups = Enumerable.Range(0, sizes.Length * grades).Select(c => (int[])[c])
            .Concat(Enumerable.Range(0, sizes.Length).Select(u => Enumerable.Range(u * grades, grades).ToArray()))
            .Concat(Enumerable.Range(0, grades).Select(g => Enumerable.Range(0, sizes.Length).Select(u => (u * grades) + g).ToArray()));
        foreach (var group in groups)
        {
            var people = group.Sum(c => sizes[c / grades][c % grades]);
            var sums = possible.Select(a => group.Sum(c => a[c])).Distinct().Take(2).ToList();
            Assert.False(sums.Count == 1 && (people < 10 || sums[0] == 0 || sums[0] == people), $"answers {answer}: of group {string.Join('+', group)} with {people} people it is known that {sums[0]} agree");
        }
    }

    private static string Published(int[][] sizes, int[] answer, IReadOnlySet<CellKey> keys) => string.Join('|', Sheet(sizes).Cells.Where(c => keys.Contains(c.Key)).Select(c => $"{Agree.Shown(Tallied(sizes, answer, c.Key), c.Value.Count)}"));

    private static int Tallied(int[][] sizes, int[] answer, CellKey key) => answer.Where((_, c) => key.Cut is null || key.Name == (key.Cut == Cut.Unit ? $"U{c / sizes[0].Length}" : $"G{c % sizes[0].Length}")).Sum();

    private static IReadOnlySet<CellKey> Apart(int[][] sizes) => new Release(10, []).Choose(Sheet(sizes));

    private static IReadOnlySet<CellKey> Shown(int[][] sizes, int[] answer) =>
        new Inference(Sheet(sizes), [.. Sheet(sizes).Cells.Where(c => c.Key.Cut is not null).Select(c => Marked(c.Key, Tallied(sizes, answer, c.Key), c.Value.Count))], 10).Choose(Apart(sizes), [Agree]);

    private static Tally Marked(CellKey key, int agree, int people)
    {
        var tally = Tally.Begin(Survey, key.Cut!.Value, key.Name, people, 1);
        for (var i = 0; i < people; i++)
        {
            tally.Count([i < agree ? 5 : 1]);
        }

        return tally;
    }

    private static Sheet Sheet(int[][] sizes)
    {
        var places = sizes.SelectMany((unit, u) => unit.SelectMany((people, g) => Enumerable.Repeat((Unit: $"U{u}", Grade: $"G{g}"), people))).Zip(People).ToList();
        return new Sheet(
        [
            new(CellKey.Everybody, [.. places.Select(p => p.Second)]),
            .. places.GroupBy(p => p.First.Unit).Select(g => KeyValuePair.Create(new CellKey(Cut.Unit, g.Key), (IReadOnlyCollection<StaffId>)[.. g.Select(p => p.Second)])),
            .. places.GroupBy(p => p.First.Grade).Select(g => KeyValuePair.Create(new CellKey(Cut.Grade, g.Key), (IReadOnlyCollection<StaffId>)[.. g.Select(p => p.Second)])),
        ]);
    }

    private static IEnumerable<int[]> Ways(int[] sizes) => sizes.Aggregate((IEnumerable<int[]>)[[]], (ways, people) => ways.SelectMany(w => Enumerable.Range(0, people + 1).Select(n => (int[])[.. w, n])));
}
