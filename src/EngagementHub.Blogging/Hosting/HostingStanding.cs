namespace EngagementHub.Blogging.Hosting;

/// <summary>Where a hosting period stands on a day.</summary>
internal enum HostingStanding
{
    Invited,
    Lapsed,
    Declined,
    Withdrawn,
    Accepted,
    Active,
    WindingDown,
    Closed,
}

internal static class HostingStandings
{
    /// <summary>Whether questions are or will be answered, so that it still matters who answers.</summary>
    public static bool IsAnswered(this HostingStanding standing) => standing is HostingStanding.Accepted or HostingStanding.Active or HostingStanding.WindingDown;

    /// <summary>Whether the host's days are over, however much is still answered.</summary>
    public static bool IsOver(this HostingStanding standing) => standing is HostingStanding.WindingDown or HostingStanding.Closed;
}
