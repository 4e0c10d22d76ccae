namespace EngagementHub.Core.Time;

/// <summary>A clock that can be put back, as a demonstration's: pages then stand as of its instant, and what the records say of later is left out.</summary>
public abstract class MovableClock : TimeProvider
{
    /// <summary>Whether it stands behind the time at which the records were made.</summary>
    public abstract bool IsPutBack { get; }
}

/// <summary>How far a page may look.</summary>
public static class Horizons
{
    /// <summary>The last instant that is shown; nothing while the clock is right, when everything is.</summary>
    /// <param name="clock">The hub's clock.</param>
    public static DateTimeOffset? Horizon(this TimeProvider clock) => clock is MovableClock { IsPutBack: true } ? clock.GetUtcNow() : null;
}
