using System.Diagnostics;
using System.Threading.RateLimiting;

namespace EngagementHub.Core.Web.Overload;

/// <summary>Lets as many requests be worked on at once as the machine bears, and the next ones wait in a line that moves within a known time. The rest is refused at once.</summary>
/// <remarks>
/// How busy the machine is shows in how long new work waits for a thread. While that is short, more may be worked on, so that requests that wait for a disk, a database or a slow line hold up nobody; when it is long, fewer.
/// How long the line may be follows from how many requests were done in the last second in which some had to wait (Little's law).
/// </remarks>
internal sealed class AdaptiveLimiter(OverloadSettings settings) : RateLimiter
{
    /// <summary>How often the measure is taken.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(40);

    // Until it is known what the machine does in a second: less than any does.
    private const double FirstGuess = 100;

    private readonly Lock _lock = new();
    private readonly Queue<Waiting> _line = new();
    private int _atWork;
    private int _most = Math.Max(1, settings.Fewest);
    private int _ended;
    private double _rate = FirstGuess;

    public override TimeSpan? IdleDuration => null;

    /// <summary>Takes in how long new work waited for a thread just now.</summary>
    public void Beats(TimeSpan delay)
    {
        lock (_lock)
        {
            // What is done while nobody waits says how little there was to do.
            _rate = _line.Count > 0 ? (0.8 * _rate) + (0.2 * _ended / Beat.TotalSeconds) : _rate;
            _ended = 0;
            _most = delay > Long ? Math.Max(settings.Fewest, _most * 3 / 4)
                : delay < Short && _atWork >= _most ? Math.Min(settings.Most, (_most * 5 / 4) + 1)
                : _most;
            CallNext();
        }
    }

    public override RateLimiterStatistics GetStatistics()
    {
        lock (_lock)
        {
            return new RateLimiterStatistics { CurrentAvailablePermits = Math.Max(0, _most - _atWork), CurrentQueuedCount = _line.Count };
        }
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_lock)
        {
            return TryBegin() ?? new Place(null);
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (TryBegin() is { } place)
            {
                return new(place);
            }

            if (_line.Count >= _rate * settings.LineSeconds)
            {
                return new(new Place(null));
            }

            var waiting = new Waiting(cancellationToken);
            _line.Enqueue(waiting);
            return new(waiting.Turn);
        }
    }

    private Place? TryBegin()
    {
        if (_atWork >= _most || _line.Count > 0)
        {
            return null;
        }

        _atWork++;
        return new Place(this);
    }

    private void End()
    {
        lock (_lock)
        {
            _atWork--;
            _ended++;
            CallNext();
        }
    }

    private void CallNext()
    {
        while (_atWork < _most && _line.TryDequeue(out var next))
        {
            _atWork += next.Call(new Place(this)) ? 1 : 0;
        }
    }

    /// <summary>Somebody in the line; who gives up is passed over.</summary>
    private sealed class Waiting
    {
        private readonly TaskCompletionSource<RateLimitLease> _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Waiting(CancellationToken cancellation) =>
            cancellation.UnsafeRegister(static (turn, token) => ((TaskCompletionSource<RateLimitLease>)turn!).TrySetCanceled(token), _turn);

        public Task<RateLimitLease> Turn => _turn.Task;

        public bool Call(Place place) => _turn.TrySetResult(place);
    }

    private sealed class Place(AdaptiveLimiter? limiter) : RateLimitLease
    {
        private AdaptiveLimiter? _limiter = limiter;

        public override bool IsAcquired { get; } = limiter is not null;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            Interlocked.Exchange(ref _limiter, null)?.End();
            base.Dispose(disposing);
        }
    }
}

/// <summary>Measures how long new work waits for a thread.</summary>
internal sealed class Pulse : IDisposable
{
    private readonly Timer _timer;

    public Pulse(AdaptiveLimiter limiter) => _timer = new Timer(_ =>
    {
        var asked = Stopwatch.GetTimestamp();
        ThreadPool.UnsafeQueueUserWorkItem(_ => limiter.Beats(Stopwatch.GetElapsedTime(asked)), null);
    }, null, AdaptiveLimiter.Beat, AdaptiveLimiter.Beat);

    public void Dispose() => _timer.Dispose();
}
