using EngagementHub.ServiceLevels.Sources.Polled;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.TicketSystems;

/// <summary>How a source stands, in words.</summary>
internal static class SourceWords
{
    public static (string Kind, string Word) Of(PolledSource source) => source.State switch
    {
        SourceState.Running when source.LastGoodAt is null => ("waiting", "Not read yet"),
        SourceState.Running => ("good", "Running"),
        SourceState.Paused => ("neutral", "Paused"),
        SourceState.Failing => ("waiting", "Failing, asked again by itself"),
        _ => ("bad", "Needs attention"),
    };

    public static string Age(TimeSpan lag) => lag < TimeSpan.FromMinutes(2) ? Say.Count((long)Math.Ceiling(lag.TotalSeconds), "second")
        : lag < TimeSpan.FromHours(2) ? Say.Count((long)lag.TotalMinutes, "minute")
        : lag < TimeSpan.FromDays(2) ? Say.Count((long)lag.TotalHours, "hour") : Say.Count((long)lag.TotalDays, "day");

    public static string Number(long count) => count.ToString("N0", Say.English);
}
