namespace EngagementHub.Surveys.Results;

/// <summary>Sums that are dealt out along arcs, from a source through groups of one kind and groups of another to a sink and back. Tells which amounts can be no other than they are.</summary>
internal sealed class Flow(int nodes)
{
    private readonly List<(int From, int To, int Least, int Most)> _arcs = [];
    private readonly List<int> _amounts = [];
    private readonly List<int>[] _touching = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];

    public int Amount(int arc) => _amounts[arc];

    /// <summary>Adds an arc whose amount lies between two numbers.</summary>
    /// <returns>The number of the arc.</returns>
    public int Add((int From, int To) between, (int Least, int Most) may, int amount = 0)
    {
        _arcs.Add((between.From, between.To, may.Least, may.Most));
        _amounts.Add(amount);
        _touching[between.From].Add(_arcs.Count - 1);
        _touching[between.To].Add(_arcs.Count - 1);
        return _arcs.Count - 1;
    }

    /// <summary>Sends up to so much from one node to another along arcs that can take it, turning back what was sent before where that makes way.</summary>
    /// <returns>How much was sent.</returns>
    public int Send(int from, int to, int most)
    {
        var sent = 0;
        while (sent < most && Path(from, to, without: -1) is { } path)
        {
            var room = Math.Min(most - sent, path.Min(Room));
            path.ForEach(step => _amounts[step.Arc] += step.Forward ? room : -room);
            sent += room;
        }

        return sent;
    }

    /// <summary>Whether every way of dealing out gives this arc the amount that it has: nothing could go around through it.</summary>
    public bool IsPinned(int arc)
    {
        var (from, to, _, _) = _arcs[arc];
        return (Room((arc, true)) == 0 || Path(to, from, arc) is null) && (Room((arc, false)) == 0 || Path(from, to, arc) is null);
    }

    private int Room((int Arc, bool Forward) step) => step.Forward ? _arcs[step.Arc].Most - _amounts[step.Arc] : _amounts[step.Arc] - _arcs[step.Arc].Least;

    private List<(int Arc, bool Forward)>? Path(int from, int to, int without)
    {
        var reached = new (int Arc, bool Forward)?[nodes];
        var next = new Queue<int>([from]);
        while (next.TryDequeue(out var node) && reached[to] is null)
        {
            foreach (var arc in _touching[node].Where(a => a != without))
            {
                var step = (arc, _arcs[arc].From == node);
                var end = step.Item2 ? _arcs[arc].To : _arcs[arc].From;
                if (end != from && reached[end] is null && Room(step) > 0)
                {
                    reached[end] = step;
                    next.Enqueue(end);
                }
            }
        }

        return reached[to] is null ? null : Back(reached, from, to);
    }

    private List<(int Arc, bool Forward)> Back((int Arc, bool Forward)?[] reached, int from, int to)
    {
        List<(int Arc, bool Forward)> path = [];
        for (var node = to; node != from;)
        {
            var step = reached[node]!.Value;
            path.Add(step);
            node = step.Forward ? _arcs[step.Arc].From : _arcs[step.Arc].To;
        }

        return path;
    }
}
