namespace EngagementHub.Core.Ports;

/// <summary>A number that is measured again and again, such as the share of a service level or the engagement index of a survey.</summary>
/// <param name="Subject">The service level, survey question or whatever is measured.</param>
/// <param name="Key">How recipes name it, as in <c>standard-desktop/delivered</c>.</param>
/// <param name="Title">Its name for readers, as in "A new standard desktop: desktops delivered".</param>
/// <param name="Unit">What the number counts, as in "%" or "working days".</param>
/// <param name="Url">The local path where its figures stand.</param>
public sealed record ReadingSource(SubjectRef Subject, string Key, string Title, string Unit, string Url);

/// <summary>What was measured for a day or for the period that ended on it.</summary>
/// <param name="Day">The local day, for a period its last.</param>
/// <param name="Value">The number, not rounded.</param>
/// <param name="Words">The number with what it was counted from, as in "96% of 412 within 5 working days in March 2007".</param>
/// <param name="Url">The local path where it stands.</param>
/// <param name="IsFinal">Whether it is signed or otherwise closed; until then it may still change.</param>
public sealed record MeasuredReading(DateOnly Day, decimal Value, string Words, string Url, bool IsFinal);

/// <summary>Numbers over time that others may follow. Published by every module that measures; a hub may have several, or none.</summary>
public interface IReadings
{
    /// <summary>Whether this module measures things of that kind.</summary>
    bool Knows(string kind);

    /// <summary>All that can be followed.</summary>
    Task<IReadOnlyList<ReadingSource>> SourcesAsync(CancellationToken cancellation = default);

    /// <summary>What was measured from that day to that day, the earliest first. Numbers that say nothing, because too few stand behind them or because they are withheld, are left out.</summary>
    /// <param name="source">What is measured.</param>
    /// <param name="from">The first local day.</param>
    /// <param name="to">The last local day.</param>
    /// <param name="now">UTC instant of looking.</param>
    /// <param name="cancellation">Ends the work early.</param>
    Task<IReadOnlyList<MeasuredReading>> ReadAsync(SubjectRef source, DateOnly from, DateOnly to, DateTimeOffset now, CancellationToken cancellation = default);
}
