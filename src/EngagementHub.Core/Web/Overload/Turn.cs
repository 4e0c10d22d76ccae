namespace EngagementHub.Core.Web.Overload;

/// <summary>Somebody in the line; who gives up leaves it.</summary>
internal sealed class Turn : IThreadPoolWorkItem
{
    private readonly TaskCompletionSource<Place?> _comes = new();
    private readonly CancellationTokenRegistration _givesUp;
    private readonly Action<Turn> _leave;
    private Place? _place;
    private int _isSettled;

    public Turn(Action<Turn> leave, CancellationToken cancellation)
    {
        (_leave, InLine) = (leave, new LinkedListNode<Turn>(this));
        _givesUp = cancellation.UnsafeRegister(static (turn, token) => ((Turn)turn!).GiveUp(token), this);
    }

    /// <summary>Where it stands.</summary>
    public LinkedListNode<Turn> InLine { get; }

    public Task<Place?> Comes => _comes.Task;

    /// <summary>Calls who waits, unless they have given up.</summary>
    /// <remarks>They go on behind everything that waits for a thread already, answers of refusal too. Continued in the usual way they would come first on the thread that has just become free, and whoever is refused would wait for all of them.</remarks>
    public bool Call(Place place)
    {
        if (Interlocked.Exchange(ref _isSettled, 1) != 0)
        {
            return false;
        }

        _place = place;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return true;
    }

    void IThreadPoolWorkItem.Execute()
    {
        _givesUp.Dispose();
        _comes.SetResult(_place);
    }

    private void GiveUp(CancellationToken token)
    {
        if (Interlocked.Exchange(ref _isSettled, 1) == 0)
        {
            _leave(this);
            _comes.SetCanceled(token);
        }
    }
}
