using EngagementHub.Blogging.Blogs;
using EngagementHub.Core.Text;
using EngagementHub.Core.Time;

namespace EngagementHub.Blogging.Hosting;

/// <summary>What a guest is asked for: which days, and to write about what.</summary>
internal sealed record Invitation(StaffId Host, DateOnly FirstDay, DateOnly LastDay, StaffId? StandIn = null, string Brief = "")
{
    public void Check(DateOnly today) => BrokenRules.RefuseAll(() => CheckFirstDay(today), () => CheckReach(today), CheckDays);

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

    public void CheckDays() => BrokenRules.RefuseAll(() => CheckDays(FirstDay, LastDay), () => RefuseStandIn(StandIn, Host), CheckBrief);

    private void CheckFirstDay(DateOnly today)
    {
        if (FirstDay < today)
        {
            throw new BrokenRuleException("The first day must be today or later", nameof(FirstDay));
        }
    }

    /// <summary>Whoever holds the pen without being asked needs no invitation.</summary>
    public void RefuseWhoNeedsNone(Blog blog, StaffId by)
    {
        if (Host == blog.Owner || Host == by)
        {
            throw new BrokenRuleException($"{(Host == by ? "You hold" : "The blog's owner holds")} the pen on every day without a guest, so no invitation is needed. Choose somebody else", nameof(Host));
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

    public static void RefuseStandIn(StaffId? standIn, StaffId host)
    {
        if (standIn == host)
        {
            throw new BrokenRuleException("The stand-in must be somebody else than the host", nameof(StandIn));
        }
    }

    // What cannot be shown is refused while its writer is still there.
    private void CheckBrief()
    {
        try
        {
            CommentText.ToHtml(Brief);
        }
        catch (BrokenRuleException tooDeep)
        {
            throw new BrokenRuleException(tooDeep.Message, nameof(Brief));
        }
    }
}
