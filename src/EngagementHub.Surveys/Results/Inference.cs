using EngagementHub.Surveys.Answers;

namespace EngagementHub.Surveys.Results;

/// <summary>
/// Gives up groups until nobody can reckon from all rounded figures together, whichever page or file they stand on, what a group of too few people answered, or that everybody in a group answered alike.
/// </summary>
/// <remarks>
/// That no sum of too few can be had by adding and taking away is settled before (<see cref="Release"/>). But a count lies between none and all: where the figures leave one possibility only, it is known all the same.
/// The people of each unit and grade are a table of which some margins are shown, rounded. Its cells are the arcs of a flow, and a cell is known when nothing could go around through it.
/// </remarks>
/// <param name="asked">The groups and who answered in each.</param>
/// <param name="tallies">What they answered, before anything is folded together.</param>
/// <param name="fewest">The smallest number of people of whom something may be known.</param>
internal sealed class Inference(Sheet asked, IReadOnlyList<Tally> tallies, int fewest)
{
    private readonly CellKey[] _keys = [.. asked.Cells.Select(c => c.Key).Where(k => k.Cut is not null), new(Cut.Unit, Tally.Rest), new(Cut.Grade, Tally.Rest)];

    public IReadOnlySet<CellKey> Choose(IReadOnlySet<CellKey> shown, IReadOnlyList<ShownFigure> figures)
    {
        HashSet<CellKey> left = [.. shown];
        var cells = Cells();
        while (left.Count > 1 && figures.SelectMany(f => Known(cells, left, f)).FirstOrDefault() is { } known)
        {
            left.Remove(GivenUp(left, known));
        }

        return left;
    }

    // How many people are in each unit and grade at once.
    private List<(int Unit, int Grade, int People)> Cells()
    {
        var units = Places(Cut.Unit);
        var grades = Places(Cut.Grade);
        return [.. asked.Cells.Single(c => c.Key == CellKey.Everybody).Value
            .GroupBy(who => (Unit: units.GetValueOrDefault(who, _keys.Length - 2), Grade: grades.GetValueOrDefault(who, _keys.Length - 1)))
            .Select(g => (g.Key.Unit, g.Key.Grade, g.Count()))];
    }

    private Dictionary<StaffId, int> Places(Cut cut)
    {
        Dictionary<StaffId, int> places = [];
        foreach (var (key, people) in asked.Cells.Where(c => c.Key.Cut == cut))
        {
            var place = Array.IndexOf(_keys, key);
            foreach (var who in people)
            {
                places[who] = place;
            }
        }

        return places;
    }

    private IEnumerable<CellKey[]> Known(List<(int Unit, int Grade, int People)> cells, HashSet<CellKey> shown, ShownFigure figure)
    {
        var (source, sink) = (_keys.Length, _keys.Length + 1);
        var flow = new Flow(_keys.Length + 2);
        var people = _keys.Select((_, k) => cells.Where(c => c.Unit == k || c.Grade == k).Sum(c => c.People)).ToArray();
        var sums = _keys.Select(k => tallies.Where(t => t.Cut == k.Cut && t.Group == k.Name).Sum(t => figure.Sum(t.Marks))).ToArray();
        var given = (int[])sums.Clone();
        List<(int Arc, int People, CellKey[] Groups)> arcs = [.. cells.Select(c => (flow.Add((c.Unit, c.Grade), (0, c.People * figure.PerPerson), Dealt(given, c, figure.PerPerson)), c.People, (CellKey[])[_keys[c.Unit], _keys[c.Grade]]))];
        DealTheRest(flow, given);
        for (var k = 0; k < _keys.Length; k++)
        {
            var may = shown.Contains(_keys[k]) ? figure.Like(sums[k], people[k]) : (0, people[k] * figure.PerPerson);
            arcs.Add((flow.Add(_keys[k].Cut == Cut.Unit ? (source, k) : (k, sink), may, sums[k]), people[k], [_keys[k]]));
        }

        var (all, answered) = (sums.Where((_, k) => _keys[k].Cut == Cut.Unit).Sum(), cells.Sum(c => c.People));
        flow.Add((sink, source), figure.Everybody(all, answered), all);
        return arcs.Where(a => a.People > 0 && (a.People < fewest || flow.Amount(a.Arc) is var n && (n == 0 || n == a.People * figure.PerPerson)) && flow.IsPinned(a.Arc)).Select(a => a.Groups);
    }

    // One way in which the answers can lie: what each unit gave, dealt out to its grades as they come …
    private static int Dealt(int[] given, (int Unit, int Grade, int People) cell, int perPerson)
    {
        var dealt = Math.Min(cell.People * perPerson, Math.Min(given[cell.Unit], given[cell.Grade]));
        (given[cell.Unit], given[cell.Grade]) = (given[cell.Unit] - dealt, given[cell.Grade] - dealt);
        return dealt;
    }

    // … and what found no room that way, by turning others back.
    private void DealTheRest(Flow flow, int[] given)
    {
        foreach (var unit in Enumerable.Range(0, _keys.Length).Where(k => _keys[k].Cut == Cut.Unit))
        {
            foreach (var grade in Enumerable.Range(0, _keys.Length).Where(k => _keys[k].Cut == Cut.Grade && given[k] > 0 && given[unit] > 0))
            {
                var sent = flow.Send(unit, grade, Math.Min(given[unit], given[grade]));
                (given[unit], given[grade]) = (given[unit] - sent, given[grade] - sent);
            }
        }
    }

    // The smallest group beside the one that would be known; that one itself when there is no other.
    private CellKey GivenUp(HashSet<CellKey> shown, CellKey[] known)
    {
        var cuts = known.Select(k => k.Cut).ToHashSet();
        return shown.Where(k => k != CellKey.Everybody).OrderBy(k => known.Length == 1 && k == known[0]).ThenBy(k => !cuts.Contains(k.Cut)).ThenBy(k => asked.Cells.First(c => c.Key == k).Value.Count).ThenBy(k => k.Name, StringComparer.Ordinal).First();
    }
}
