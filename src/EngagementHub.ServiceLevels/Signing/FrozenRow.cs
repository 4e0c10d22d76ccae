using System.Globalization;

namespace EngagementHub.ServiceLevels.Signing;

/// <summary>One ticket behind a signed month, as it stood when the month was signed.</summary>
internal sealed record FrozenRow(string Source, string Ticket, string Outcome)
{
    public DateTimeOffset Received { get; init; }

    public DateTimeOffset Due { get; init; }

    public DateTimeOffset? Completed { get; init; }

    /// <summary>From the day received to completion; 0 while it is open, for then it grows by itself.</summary>
    public int WorkingDays { get; init; }

    /// <summary>The row in the canonical text: cells apart by tabs, instants in UTC to the second.</summary>
    public string Line => string.Join('\t', Source, Ticket, Instant(Received), Instant(Due), Completed is { } done ? Instant(done) : "", WorkingDays.ToString(CultureInfo.InvariantCulture), Outcome);

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
