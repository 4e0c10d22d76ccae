namespace EngagementHub.Core.Ports;

/// <summary>How often something that takes people's time was done.</summary>
/// <param name="Key">By which settings name it, as in <c>Decisions</c>.</param>
/// <param name="What">Its name for readers, as in "decisions about comments".</param>
/// <param name="Times">How often.</param>
public sealed record WorkCount(string Key, string What, long Times);

/// <summary>Counts what people did, from what is stored of it anyway: never who, and never how long anybody took. Published by modules whose work costs staff time; a hub may have several, or none.</summary>
public interface ICountWork
{
    /// <summary>How often it was done from that instant on and before the other.</summary>
    /// <param name="from">UTC instant.</param>
    /// <param name="until">UTC instant.</param>
    /// <param name="cancellation">Ends the work early.</param>
    Task<WorkCount> CountAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation = default);
}
