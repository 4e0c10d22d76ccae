using System.Diagnostics;

namespace EngagementHub.Core.Data;

/// <summary>Sends one of many who ask at the same time to do what one does for all. Whoever is sent may be held up: after a while another is sent.</summary>
internal sealed class OneOfMany
{
    private long _sent = long.MinValue / 2;

    public bool IsMe(TimeSpan patience)
    {
        var (sent, now) = (Volatile.Read(ref _sent), Stopwatch.GetTimestamp());
        return Stopwatch.GetElapsedTime(sent, now) >= patience && Interlocked.CompareExchange(ref _sent, now, sent) == sent;
    }
}
