namespace EngagementHub.Core.Web.Overload;

/// <summary>The places of those that are worked on, and the line of those that wait for one, first come first served. Whoever finds the line full is refused at once.</summary>
internal sealed class Admission(Allowance allowance)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Turn> _line = new();
    private int _atWork;
    private int _ended;

    /// <summary>Gives a place, now or when it is one's turn; nothing to who is refused.</summary>
    public ValueTask<Place?> EnterAsync(CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_atWork < allowance.AtOnce && _line.Count == 0)
            {
                return new(Begin());
            }

            if (_line.Count >= allowance.InLine)
            {
                return new((Place?)null);
            }

            var turn = new Turn(GiveUp, cancellation);
            // Whoever has gone before their turn was written down leaves nothing to take out again.
            if (!turn.Comes.IsCompleted)
            {
                _line.AddLast(turn.InLine);
            }

            return new(turn.Comes);
        }
    }

    /// <summary>Gives a place past the line, even where none is free: for what many wait for.</summary>
    public Place EnterNow()
    {
        lock (_lock)
        {
            return Begin();
        }
    }

    /// <summary>Takes in how the machine fares.</summary>
    public void Learn(Beat beat)
    {
        lock (_lock)
        {
            allowance.Learn(beat, _ended, _atWork >= allowance.AtOnce, _line.Count > 0);
            _ended = 0;
            CallNext();
        }
    }

    internal void Leave()
    {
        lock (_lock)
        {
            _atWork--;
            _ended++;
            CallNext();
        }
    }

    private Place Begin()
    {
        _atWork++;
        return new Place(this);
    }

    private void CallNext()
    {
        while (_atWork < allowance.AtOnce && _line.First is { Value: var next })
        {
            _line.RemoveFirst();
            _atWork += next.Call(new Place(this)) ? 1 : 0;
        }
    }

    // Nobody is refused for the sake of who is not there any more.
    private void GiveUp(Turn turn)
    {
        lock (_lock)
        {
            turn.InLine.List?.Remove(turn.InLine);
        }
    }
}

/// <summary>The right to be worked on, given back once.</summary>
internal sealed class Place(Admission admission) : IDisposable
{
    private Admission? _admission = admission;

    public void Dispose() => Interlocked.Exchange(ref _admission, null)?.Leave();
}
