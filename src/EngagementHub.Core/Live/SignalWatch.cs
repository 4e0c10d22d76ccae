using EngagementHub.Core.Ports;
using Microsoft.Extensions.Logging;

namespace EngagementHub.Core.Live;

/// <summary>Whether a node hears the signals that it sends itself. It may not without any error: when its way to the database was led through a pooler, or to another server, while it ran.</summary>
public sealed class SignalWatch(ILogger<SignalWatch> log)
{
    // The last one may be on its way, and one may be lost with its connection.
    private const int Unnoticed = 3;

    private int _unheard;
    private bool _sends;
    private bool _said;

    /// <summary>How often one is sent to be heard.</summary>
    internal TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether the last ones were heard; nothing where none are sent, as with an embedded database.</summary>
    public bool? Hears => _sends ? Volatile.Read(ref _unheard) <= Unnoticed : null;

    internal void Sent()
    {
        _sends = true;
        if (Interlocked.Increment(ref _unheard) > Unnoticed && !_said)
        {
            _said = true;
            log.LogError("Signals that this node sends do not come back to it, so it does not hear those of others. If the database answers, check Database:Direct: it must lead to the same server as Database:Connection, past any pooler");
        }
    }

    internal void Heard()
    {
        Volatile.Write(ref _unheard, 0);
        if (_said)
        {
            _said = false;
            log.LogWarning("Signals are heard again");
        }
    }
}

internal sealed class SignalsHeard(SignalWatch watch) : IGauge
{
    public string Name => "hub.signals.heard";

    public string Unit => "{node}";

    public string Description => "1 where the node hears the signals that it sends, 0 where it does not: it then shows late what other nodes change";

    public Task<IReadOnlyList<GaugeReading>> ReadAsync(DateTimeOffset now, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<GaugeReading>>(watch.Hears is { } hears ? [new(hears ? 1 : 0)] : []);
}
