using EngagementHub.Surveys.Answers;

namespace EngagementHub.Surveys.Results;

/// <summary>A group of a pulse check whose figures could be shown.</summary>
/// <param name="Cut">By what it is a group; nothing for everybody.</param>
/// <param name="Name">The unit or grade.</param>
internal sealed record CellKey(Cut? Cut, string Name)
{
    public static readonly CellKey Everybody = new(null, "");
}

/// <summary>Decides, once and for good, of which groups of a pulse check figures are shown: those of enough people, as long as nothing smaller can be worked out of them together, or together with an earlier pulse check.</summary>
/// <remarks>As if nobody had changed their mind since and everybody knew who answered. See docs/decisions/unlinkable-answers.md.</remarks>
/// <param name="fewest">The smallest number of people of whom something may be known.</param>
/// <param name="histories">Earlier pulse checks, each list of them to be taken together with the new one.</param>
internal sealed class Release(int fewest, IReadOnlyList<IReadOnlyList<Sheet>> histories)
{
    /// <param name="asked">The groups of the new pulse check.</param>
    /// <returns>Those that are shown.</returns>
    public IReadOnlySet<CellKey> Choose(Sheet asked)
    {
        var shown = asked.Cells.Where(c => c.Value.Count >= fewest).ToList();
        while (shown.Count > 0 && Smallest(shown) is { Count: > 0 } dropped)
        {
            shown.RemoveAll(c => dropped.Contains(c.Key));
        }

        return shown.Select(c => c.Key).ToHashSet();
    }

    // Of each combination that comes down to too few the smallest group is given up; everybody only when nothing else is left to give.
    private HashSet<CellKey> Smallest(List<KeyValuePair<CellKey, IReadOnlyCollection<StaffId>>> shown)
    {
        HashSet<CellKey> dropped = [];
        foreach (var before in histories.Count == 0 ? [[]] : histories)
        {
            foreach (var danger in Together(shown, before).Dangers())
            {
                var own = danger.Where(c => c < shown.Count).Select(c => shown[c]).ToList();
                if (own.Count > 0 && !own.Exists(c => dropped.Contains(c.Key)))
                {
                    dropped.Add(own.MinBy(c => (c.Key == CellKey.Everybody, c.Value.Count, c.Key.Name)).Key);
                }
            }
        }

        return dropped;
    }

    private Combinations Together(List<KeyValuePair<CellKey, IReadOnlyCollection<StaffId>>> shown, IReadOnlyList<Sheet> before)
    {
        var cells = shown.Select(c => c.Value).Concat(before.SelectMany(b => b.Cells).Select(c => c.Value)).ToList();
        Dictionary<StaffId, List<int>> groups = [];
        for (var c = 0; c < cells.Count; c++)
        {
            foreach (var person in cells[c])
            {
                (groups.TryGetValue(person, out var of) ? of : groups[person] = []).Add(c);
            }
        }

        var patterns = groups.Values.GroupBy(g => string.Join(',', g)).Select(g => ((IReadOnlyList<int>)g.First(), g.Count()));
        return new Combinations(cells.Count, patterns, fewest);
    }
}
