using Microsoft.Extensions.Configuration;

namespace EngagementHub.Identity.Sessions;

/// <summary>The section <c>Sessions</c>: how long a person stays signed in.</summary>
/// <param name="Idle">Without doing anything.</param>
/// <param name="Absolute">In all, whatever they do.</param>
internal sealed record SessionSettings(TimeSpan Idle, TimeSpan Absolute)
{
    private static readonly string[] Known = ["IdleMinutes", "AbsoluteHours"];

    public static SessionSettings Read(IConfiguration settings)
    {
        var section = settings.GetSection("Sessions").KnowingOnly(Known);
        var (idle, absolute) = (section.Number("IdleMinutes", 60, least: 1, most: 1440), section.Number("AbsoluteHours", 12, least: 1, most: 168));
        return new SessionSettings(TimeSpan.FromMinutes(idle), TimeSpan.FromHours(absolute));
    }
}

/// <summary>Sessions are as old as the machine's clock says, also where the demonstration moves the hub's.</summary>
internal sealed class SessionClock(TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    public TimeProvider Time => time;
}
