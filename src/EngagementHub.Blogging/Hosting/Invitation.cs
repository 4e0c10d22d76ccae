using EngagementHub.Core.Time;

namespace EngagementHub.Blogging.Hosting;

/// <summary>What a guest is asked for: which days, and to write about what.</summary>
internal sealed record Invitation(StaffId Host, DateOnly FirstDay, DateOnly LastDay, StaffId? StandIn = null, string Brief = "")
{
    public void Check(DateOnly today)
    {
        if (FirstDay < today)
        {
            throw new BrokenRuleException("The first day must be today or later", nameof(FirstDay));
        }

        CheckReach(today);
        CheckDays();
    }

    /// <summary>Nobody plans further ahead, and calendars end.</summary>
    public void CheckReach(DateOnly today)
    {
        var latest = today.AddYears(HostingPeriod.YearsAhead);
        if (FirstDay > latest || LastDay > latest)
        {
            var field = FirstDay > latest ? nameof(FirstDay) : nameof(LastDay);
            throw new BrokenRuleException($"A hosting period may lie {HostingPeriod.YearsAhead} years ahead at most. Choose days until {Say.Day(latest)}", field);
        }
    }

    public void CheckDays()
    {
        CheckDays(FirstDay, LastDay);
        if (StandIn == Host)
        {
            throw new BrokenRuleException("The stand-in must be somebody else than the host", nameof(StandIn));
        }
    }

    public static void CheckDays(DateOnly first, DateOnly last)
    {
        if (last < first)
        {
            throw new BrokenRuleException("The last day must be on or after the first day", nameof(LastDay));
        }

        var days = last.DayNumber - first.DayNumber + 1;
        if (days > HostingPeriod.LongestInDays)
        {
            throw new BrokenRuleException($"A hosting period may last {HostingPeriod.LongestInDays} days at most; this would be {days}. Choose an earlier last day", nameof(LastDay));
        }
    }
}

/// <summary>A period as it happened, told by a recipe.</summary>
internal sealed record HostingRecord(Invitation Invitation, StaffId InvitedBy, DateTimeOffset InvitedAt)
{
    public DateTimeOffset? AcceptedAt { get; init; }

    public DateTimeOffset? DeclinedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<CoResponder> CoResponders { get; init; } = [];

    public IReadOnlyList<LastDayChange> Changes { get; init; } = [];
}

/// <summary>A colleague who answers beside the host, and the title under which they sign.</summary>
internal sealed record CoResponder(StaffId Person, string Title)
{
    public CoResponder Checked() =>
        string.IsNullOrWhiteSpace(Title) ? throw new BrokenRuleException("Enter the title they sign with", nameof(Title)) : this with { Title = Title.Trim() };
}

/// <summary>A period was extended or cut short.</summary>
internal sealed record LastDayChange(DateOnly From, DateOnly To, StaffId By, DateTimeOffset At, string Reason);

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
}
