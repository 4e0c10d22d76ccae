namespace EngagementHub.Core.Ports;

/// <summary>A measured promise that others may point at as evidence.</summary>
/// <param name="Level">The service level.</param>
/// <param name="Key">How recipes name it, as in <c>standard-desktop/in-time</c>.</param>
/// <param name="Title">Its name for readers, as in "A new standard desktop: in time".</param>
/// <param name="Promise">What is promised now, as in "95% within 5 working days".</param>
/// <param name="Url">The local path where its figures stand.</param>
public sealed record FigureChoice(SubjectRef Level, string Key, string Title, string Promise, string Url);

/// <summary>What a figure says about a promise.</summary>
public enum FigureVerdict
{
    /// <summary>The data do not reach that day yet.</summary>
    Awaited,

    /// <summary>It meets what was promised.</summary>
    Met,

    /// <summary>It does not.</summary>
    Missed,

    /// <summary>Too few cases to say.</summary>
    TooFewToSay,

    /// <summary>Its source has fallen silent, so it is not to be trusted.</summary>
    Stale,

    /// <summary>Nothing was measured.</summary>
    NoFigures,
}

/// <summary>The figure of a service level on a day.</summary>
/// <param name="Verdict">What it says.</param>
/// <param name="Words">The figure with its number of cases and its month, as in "96% of 412 within 5 working days in March 2007, 95% promised".</param>
/// <param name="Url">The local path where it stands.</param>
/// <param name="IsFinal">Whether its month is signed; until then it may still change.</param>
public sealed record FigureReading(FigureVerdict Verdict, string Words, string Url, bool IsFinal);

/// <summary>Measured figures as evidence. Published by the module that measures; a hub without it has none.</summary>
public interface IFigures
{
    /// <summary>All that can be chosen, by service.</summary>
    Task<IReadOnlyList<FigureChoice>> ChoicesAsync(CancellationToken cancellation = default);

    /// <summary>The figure as of the end of a day, or what was signed for its month since, from months since the promise was made; nothing when there is no such level.</summary>
    /// <param name="level">The service level.</param>
    /// <param name="since">The local day on which the promise was made: what was measured before it shows nothing.</param>
    /// <param name="day">The local day.</param>
    /// <param name="now">UTC instant of looking.</param>
    /// <param name="cancellation">Ends the work early.</param>
    Task<FigureReading?> ReadAsync(SubjectRef level, DateOnly since, DateOnly day, DateTimeOffset now, CancellationToken cancellation = default);
}
