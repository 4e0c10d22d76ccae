namespace EngagementHub.Core.Web.Overload;

/// <summary>What was seen of the machine since the beat before.</summary>
/// <param name="Elapsed">How long ago that was.</param>
/// <param name="Delay">How long new work waits for a thread.</param>
/// <param name="Busy">The share of all processors that the hub used, from 0 to 1.</param>
internal readonly record struct Beat(TimeSpan Elapsed, TimeSpan Delay, double Busy);

/// <summary>How many requests may be worked on at once, and how many may wait for that: learnt from how the machine fares.</summary>
/// <remarks>
/// While new work waits shortly for a thread and the processors have room, more may be worked on, so that requests that wait for a disk, a database or a slow line hold up nobody; when it waits long, fewer.
/// How long the line may be follows from how many requests were done lately while some had to wait (Little's law).
/// </remarks>
internal sealed class Allowance(OverloadSettings settings)
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(20);

    // Above this, more at once would only make each slower.
    private const double Full = 0.9;

    // Until it is known what the machine does in a second.
    private const double FirstGuess = 150;

    private double _rate = FirstGuess * Environment.ProcessorCount;

    /// <summary>So many may be worked on at once.</summary>
    public int AtOnce { get; private set; } = Math.Max(1, settings.Fewest);

    /// <summary>So many may wait.</summary>
    public int InLine => (int)(_rate * settings.LineSeconds);

    /// <summary>Takes in how the machine fares.</summary>
    /// <param name="beat">What was seen.</param>
    /// <param name="ended">So many requests were done since the beat before.</param>
    /// <param name="areAllTaken">Whether as many are at work as may be.</param>
    /// <param name="doSomeWait">Whether there is a line; what is done while nobody waits says no more than that so much can be done.</param>
    public void Learn(Beat beat, int ended, bool areAllTaken, bool doSomeWait)
    {
        var rate = ended / beat.Elapsed.TotalSeconds;
        _rate = doSomeWait ? (0.7 * _rate) + (0.3 * rate) : Math.Max(_rate, rate);

        if (beat.Delay > Long)
        {
            AtOnce = Math.Max(Math.Max(1, settings.Fewest), AtOnce * 3 / 4);
        }
        else if (beat.Delay < Short && beat.Busy < Full && areAllTaken)
        {
            AtOnce = Math.Min(settings.Most, AtOnce * 2);
        }
    }
}
