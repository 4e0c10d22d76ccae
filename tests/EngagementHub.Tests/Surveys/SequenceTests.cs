using EngagementHub.Surveys.Answers;
using EngagementHub.Surveys.Results;

namespace EngagementHub.Tests.Surveys;

/// <summary>No sequence of releases gives a group away that is too small: every case there is, up to a size, with joiners, leavers and movers.</summary>
public sealed class SequenceTests
{
    private static readonly StaffId[] People = [.. Enumerable.Range(0, 10).Select(i => new StaffId(StableId.From($"staff/{i}")))];

    /// <param name="pulses">How many pulse checks ask the same question one after the other.</param>
    /// <param name="units">In which units somebody can be; whoever is in none did not answer.</param>
    /// <param name="people">How many people there are.</param>
    /// <param name="fewest">The smallest number of people of whom something may be known.</param>
    /// <param name="cases">How many such cases there are.</param>
    [Theory]
    [InlineData(1, 3, 7, 3, 120)]
    [InlineData(2, 2, 7, 3, 6435)]
    [InlineData(3, 1, 8, 3, 6435)]
    [InlineData(3, 2, 4, 2, 27405)]
    [InlineData(4, 1, 5, 2, 15504)]
    public void No_case_gives_away_fewer_than_may_be_shown(int pulses, int units, int people, int fewest, int cases)
    {
        var (tried, held, shown) = (0, 0, 0);
        foreach (var lives in Lives((int)Math.Pow(units + 1, pulses), people))
        {
            var asked = Enumerable.Range(0, pulses).Select(p => Asked(lives, (int)Math.Pow(units + 1, p), units)).ToList();
            var released = Released(asked, fewest, before => before.Count == 0 ? [] : [before]);
            Assert.False(GivesAway(released, people, fewest), $"given away: {string.Join(' ', lives)}");
            (tried, shown, held) = (tried + 1, shown + released.Sum(r => r.Cells.Count), held + asked.Sum(a => a.Cells.Count(c => c.Value.Count >= fewest)) - released.Sum(r => r.Cells.Count));
        }

        Assert.Equal(cases, tried);
        Assert.True(shown > cases / 10 && held > 0, $"{shown} groups shown and {held} held back for the sake of others: too little was tried");
    }

    /// <summary>Why the newest are taken together: each two of three pulse checks may be harmless, and all three give a person away.</summary>
    [Fact]
    public void Pulse_checks_taken_one_at_a_time_would_give_people_away()
    {
        var given = Lives(8, 8).Count(lives => GivesAway(Released([.. Enumerable.Range(0, 3).Select(p => Asked(lives, 1 << p, 1))], 3, before => [.. before.Select(b => (IReadOnlyList<Sheet>)[b])]), 8, 3));

        Assert.NotEqual(0, given);
    }

    private static List<Sheet> Released(IReadOnlyList<Sheet> asked, int fewest, Func<IReadOnlyList<Sheet>, IReadOnlyList<IReadOnlyList<Sheet>>> histories)
    {
        List<Sheet> released = [];
        foreach (var sheet in asked)
        {
            var chosen = new Release(fewest, histories([.. released])).Choose(sheet);
            released.Add(new Sheet([.. sheet.Cells.Where(c => chosen.Contains(c.Key))]));
        }

        return released;
    }

    private static bool GivesAway(IReadOnlyList<Sheet> released, int people, int fewest) =>
        EveryCombination.ComesDownToTooFew([.. released.SelectMany(r => r.Cells).Select(c => (IReadOnlySet<int>)c.Value.Select(p => Array.IndexOf(People, p)).ToHashSet())], people, fewest);

    // Everybody's life is a number: its digits say in which unit the person was at each pulse check. Who they are does not matter, so lives come in order.
    private static IEnumerable<int[]> Lives(int kinds, int people)
    {
        var lives = new int[people];
        while (true)
        {
            yield return [.. lives];
            var last = Array.FindLastIndex(lives, l => l < kinds - 1);
            if (last < 0)
            {
                yield break;
            }

            Array.Fill(lives, lives[last] + 1, last, people - last);
        }
    }

    private static Sheet Asked(int[] lives, int digit, int units)
    {
        var answered = lives.Select((life, i) => (Unit: life / digit % (units + 1), Who: People[i])).Where(p => p.Unit > 0).ToList();
        return new Sheet(
        [
            new(CellKey.Everybody, [.. answered.Select(p => p.Who)]),
            .. answered.GroupBy(p => p.Unit).Select(g => KeyValuePair.Create(new CellKey(Cut.Unit, $"{g.Key}"), (IReadOnlyCollection<StaffId>)[.. g.Select(p => p.Who)])),
        ]);
    }
}
