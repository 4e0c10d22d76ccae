using EngagementHub.Core.Time;

namespace EngagementHub.Tests.Support;

/// <summary>A clock that stands still until a test moves it. Timers keep real time: no test waits for one.</summary>
public sealed class FixedClock(DateTimeOffset now) : MovableClock
{
    public DateTimeOffset Now { get; set; } = now;

    /// <summary>Says that the records of later days are to be left out.</summary>
    public bool StandsBack { get; set; }

    public override bool IsPutBack => StandsBack;

    public override DateTimeOffset GetUtcNow() => Now;
}
