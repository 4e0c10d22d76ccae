namespace EngagementHub.Core.Web.Overload;

/// <summary>What was seen of the machine since the beat before.</summary>
/// <param name="Elapsed">How long ago that was.</param>
/// <param name="Delay">How long new work waits for a thread.</param>
/// <param name="Busy">The share of all processors that the hub used, from 0 to 1.</param>
internal readonly record struct Beat(TimeSpan Elapsed, TimeSpan Delay, double Busy);

/// <summary>How many requests may be worked on at once, and how many may wait for that: learnt from how the machine fares.</summary>
/// <remarks>
/// While new work waits shortly for a thread and the processors have room, more may be worked on, so that requests that wait for a disk, a database or a slow line hold up nobody; when it waits long, fewer.
/// How long the line may be follows from how many requests were done lately while some had to wait (Little's law). A hub that has just started compiles what it does for the first time: what it does then says nothing, and shortens no line.
/// A line that never empties makes everybody wait and serves nobody more: it is kept short, until a moment comes in which nobody waits.
/// </remarks>
internal sealed class Allowance(OverloadSettings settings)
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(20);

    // Above this, more at once would only make each slower.
    private const double Full = 0.9;

    // Until it is known what the machine does in a second, which some hundred requests tell.
    private const double FirstGuess = 150;

    // However slow the machine seems: a room full of people who press the button together is no overload, nor is a disk that is slow for a moment.
    private const double LeastRate = 64;

    // After so many times its seconds without a moment in which nobody waited, a line may hold this part of what it otherwise may.
    private const int LongLasting = 2;
    private const double PartOfLasting = 0.4;

    private double _rate = FirstGuess * Environment.ProcessorCount;
    private int _untilKnown = 300;
    private TimeSpan _lasting;

    /// <summary>So many may be worked on at once.</summary>
    public int AtOnce { get; private set; } = Math.Max(1, settings.Fewest);

    /// <summary>So many may wait.</summary>
    public int InLine => (int)(Math.Max(LeastRate, IsLasting ? PartOfLasting * _rate : _rate) * settings.LineSeconds);

    private bool IsKnown => _untilKnown == 0;

    private bool IsLasting => _lasting > LongLasting * TimeSpan.FromSeconds(settings.LineSeconds);

    /// <summary>Takes in how the machine fares.</summary>
    /// <param name="beat">What was seen.</param>
    /// <param name="ended">So many requests were done since the beat before.</param>
    /// <param name="areAllTaken">Whether as many are at work as may be.</param>
    /// <param name="doSomeWait">Whether there is a line; what is done while nobody waits says no more than that so much can be done.</param>
    public void Learn(Beat beat, int ended, bool areAllTaken, bool doSomeWait)
    {
        LearnRate(ended, beat.Elapsed, doSomeWait);
        _lasting = doSomeWait && IsKnown ? _lasting + beat.Elapsed : TimeSpan.Zero;
        if (beat.Delay > Long)
        {
            AtOnce = Math.Max(Math.Max(1, settings.Fewest), AtOnce * 3 / 4);
        }
        else if (beat.Delay < Short && beat.Busy < Full && areAllTaken)
        {
            AtOnce = Math.Min(settings.Most, AtOnce * 2);
        }
    }

    private void LearnRate(int ended, TimeSpan elapsed, bool doSomeWait)
    {
        var rate = ended / elapsed.TotalSeconds;
        _untilKnown = Math.Max(0, _untilKnown - ended);
        _rate = doSomeWait && IsKnown ? (0.7 * _rate) + (0.3 * rate) : Math.Max(_rate, rate);
    }
}
