using EngagementHub.ServiceLevels.Calendars;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Calendars;

/// <summary>What a change would do to open tickets, as of an instant, to be shown.</summary>
internal sealed record EffectShown(IReadOnlyList<LevelEffect> Levels, DateTimeOffset Now, string Zone)
{
    /// <summary>So many tickets of a level are listed.</summary>
    public const int MostListed = 100;

    public static EffectShown None { get; } = new([], default, "UTC");

    public string Sum(LevelEffect level) => level.CannotBeFollowed ? "cannot be worked out: a ticket would lie where the calendar never opens"
        : level.Moved.Count == 0 ? $"none of {Say.Count(level.Open, "open ticket")} gets another due time"
        : $"{level.Moved.Count} of {Say.Count(level.Open, "open ticket")} {(level.Moved.Count == 1 ? "gets" : "get")} another due time: {level.Later} later, {level.Earlier} earlier{Edge(level)}";

    public string By(MovedTicket ticket)
    {
        var by = (ticket.Becomes - ticket.Was).Duration();
        var size = by.TotalDays >= 1 ? Say.Count((long)by.TotalDays, "day") + (by.Hours > 0 ? $" {Say.Count(by.Hours, "hour")}" : "")
            : by.TotalHours >= 1 ? Say.Count((long)by.TotalHours, "hour") + (by.Minutes > 0 ? $" {Say.Count(by.Minutes, "minute")}" : "") : Say.Count(Math.Max(1, (long)by.TotalMinutes), "minute");
        return $"{size} {(ticket.IsLater ? "later" : "earlier")}";
    }

    private string Edge(LevelEffect level)
    {
        var (late, saved) = (level.Moved.Count(ticket => ticket.BecomesLate(Now)), level.Moved.Count(ticket => ticket.IsSaved(Now)));
        return $"{(late > 0 ? $"; {late} would be late at once" : "")}{(saved > 0 ? $"; {saved} would no longer be late" : "")}";
    }
}
