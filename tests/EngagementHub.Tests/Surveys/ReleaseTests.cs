using EngagementHub.Surveys.Answers;
using EngagementHub.Surveys.Results;

namespace EngagementHub.Tests.Surveys;

/// <summary>Which groups of a pulse check are shown, alone and after earlier ones.</summary>
public sealed class ReleaseTests
{
    private static readonly StaffId[] People = [.. Enumerable.Range(0, 400).Select(i => new StaffId(StableId.From($"staff/{i}")))];

    [Fact]
    public void A_group_of_nine_is_not_shown_and_neither_is_the_smallest_other_one_that_would_give_it_away()
    {
        var shown = new Release(10, []).Choose(Units(("North", 0, 9), ("South", 9, 20), ("West", 29, 14)));

        Assert.Equal([CellKey.Everybody, Unit("South")], shown.OrderBy(c => c.Name));
    }

    [Fact]
    public void Two_groups_of_nine_hide_each_other()
    {
        var shown = new Release(10, []).Choose(Units(("North", 0, 9), ("East", 9, 9), ("South", 18, 20)));

        Assert.Equal([CellKey.Everybody, Unit("South")], shown.OrderBy(c => c.Name));
    }

    [Fact]
    public void Of_nine_answers_nothing_is_shown() => Assert.Empty(new Release(10, []).Choose(Units(("North", 0, 9))));

    [Fact]
    public void A_joiner_holds_a_group_back_until_ten_have_moved()
    {
        var spring = Units(("North", 0, 30), ("South", 100, 60));

        Assert.DoesNotContain(Unit("North"), Later(spring, Units(("North", 0, 31), ("South", 100, 60))));
        Assert.Contains(Unit("North"), Later(spring, Units(("North", 0, 40), ("South", 100, 60))));
        Assert.Contains(Unit("North"), Later(spring, Units(("North", 0, 30), ("South", 100, 60))));
    }

    [Fact]
    public void A_leaver_holds_a_group_back_too()
    {
        var shown = Later(Units(("North", 0, 30), ("South", 100, 60)), Units(("North", 1, 29), ("South", 100, 60)));

        Assert.DoesNotContain(Unit("North"), shown);
    }

    [Fact]
    public void Somebody_who_moves_from_one_unit_to_another_holds_both_back()
    {
        var shown = Later(Units(("North", 0, 30), ("South", 30, 30), ("West", 100, 60)), Units(("North", 0, 31), ("South", 31, 29), ("West", 100, 60)));

        Assert.DoesNotContain(Unit("North"), shown);
        Assert.DoesNotContain(Unit("South"), shown);
        Assert.Contains(Unit("West"), shown);
    }

    [Fact]
    public void Two_units_that_were_merged_and_gained_one_are_held_back_under_the_new_name()
    {
        var shown = Later(Units(("North", 0, 30), ("South", 30, 30), ("West", 100, 60)), Units(("Both", 0, 61), ("West", 100, 60)));

        Assert.DoesNotContain(Unit("Both"), shown);
    }

    [Fact]
    public void No_sequence_of_releases_isolates_fewer_than_may_be_shown()
    {
        var random = new Random(1854);
        var (shown, secondary) = (0, 0);
        for (var round = 0; round < 250; round++)
        {
            const int Fewest = 3;
            List<Sheet> released = [];
            for (var pulse = 0; pulse < 3; pulse++)
            {
                var asked = Random(random);
                var chosen = new Release(Fewest, released.Count == 0 ? [] : [released]).Choose(asked);
                released.Add(new Sheet([.. asked.Cells.Where(c => chosen.Contains(c.Key))]));
                shown += chosen.Count;
                secondary += asked.Cells.Count(c => c.Value.Count >= Fewest && !chosen.Contains(c.Key));
            }

            var cells = released.SelectMany(r => r.Cells).Select(c => (IReadOnlySet<int>)c.Value.Select(p => Array.IndexOf(People, p)).ToHashSet()).ToList();
            Assert.All(cells, c => Assert.True(c.Count >= Fewest));
            Assert.False(EveryCombination.ComesDownToTooFew(cells, 14, Fewest), $"round {round}");
        }

        Assert.True(shown > 500 && secondary > 100, $"{shown} groups shown and {secondary} held back for the sake of others: too little was tried");
    }

    private static IReadOnlySet<CellKey> Later(Sheet before, Sheet asked)
    {
        var chosen = new Release(10, []).Choose(before);
        return new Release(10, [[new Sheet([.. before.Cells.Where(c => chosen.Contains(c.Key))])]]).Choose(asked);
    }

    // Fourteen people in three units and two grades; between two pulse checks some change units, and some do not answer.
    private static Sheet Random(Random random)
    {
        var answered = Enumerable.Range(0, 14).Where(_ => random.Next(6) > 0).ToList();
        List<KeyValuePair<CellKey, IReadOnlyCollection<StaffId>>> cells = [new(CellKey.Everybody, [.. answered.Select(p => People[p])])];
        cells.AddRange(answered.GroupBy(p => random.Next(8) == 0 ? random.Next(3) : p / 5).Select(g => KeyValuePair.Create(Unit($"{g.Key}"), (IReadOnlyCollection<StaffId>)[.. g.Select(p => People[p])])));
        cells.AddRange(answered.GroupBy(p => p % 2).Select(g => KeyValuePair.Create(new CellKey(Cut.Grade, $"{g.Key}"), (IReadOnlyCollection<StaffId>)[.. g.Select(p => People[p])])));
        return new Sheet(cells);
    }

    private static Sheet Units(params (string Name, int From, int Count)[] units) => new(
    [
        new(CellKey.Everybody, [.. units.SelectMany(u => People.Skip(u.From).Take(u.Count))]),
        .. units.Select(u => KeyValuePair.Create(Unit(u.Name), (IReadOnlyCollection<StaffId>)[.. People.Skip(u.From).Take(u.Count)])),
    ]);

    private static CellKey Unit(string name) => new(Cut.Unit, name);
}
