using System.Diagnostics;

namespace EngagementHub.Core.Web.Overload;

/// <summary>Measures ten times a second how long new work waits for a thread, and how much of the processors is used.</summary>
/// <remarks>On a thread of its own: one that had to wait for what it measures would come too late.</remarks>
internal sealed class Pulse : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Admission _admission;
    private readonly ManualResetEventSlim _stop = new();
    private readonly AutoResetEvent _reached = new(false);
    private readonly Thread _thread;

    public Pulse(Admission admission)
    {
        _admission = admission;
        _thread = new Thread(Run) { IsBackground = true, Name = "Pulse" };
        _thread.Start();
    }

    public void Dispose()
    {
        _stop.Set();
        _thread.Join();
        _stop.Dispose();
        _reached.Dispose();
    }

    private void Run()
    {
        var (at, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        while (!_stop.Wait(Pause))
        {
            var delay = Delay();
            var (elapsed, now) = (Stopwatch.GetElapsedTime(at), Environment.CpuUsage.TotalTime);
            _admission.Learn(new(elapsed, delay, (now - used) / (elapsed * Environment.ProcessorCount)));
            (at, used) = (Stopwatch.GetTimestamp(), now);
        }
    }

    private TimeSpan Delay()
    {
        var asked = Stopwatch.GetTimestamp();
        ThreadPool.UnsafeQueueUserWorkItem(static reached => ((AutoResetEvent)reached!).Set(), _reached);
        _reached.WaitOne();
        return Stopwatch.GetElapsedTime(asked);
    }
}
