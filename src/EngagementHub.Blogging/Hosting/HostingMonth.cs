using EngagementHub.Blogging.Blogs;
using EngagementHub.Core.Time;
using EngagementHub.WorkingTime;

namespace EngagementHub.Blogging.Hosting;

/// <summary>One day of the calendar: who holds the pen, who is invited, and why nobody works.</summary>
/// <param name="Day">The day.</param>
/// <param name="Guest">Whose period it is; nothing when the pen is the owner's.</param>
/// <param name="Invited">Those who are invited and have not answered.</param>
/// <param name="DayOff">The bank holiday, privilege day or closure.</param>
internal sealed record CalendarDay(DateOnly Day, CalendarGuest? Guest, IReadOnlyList<CalendarGuest> Invited, string? DayOff);

/// <summary>A guest as the calendar names one.</summary>
internal sealed record CalendarGuest(string Name, string Url, string Days);

/// <summary>Days in a row on which the same person holds the pen.</summary>
internal sealed record CalendarStretch(string Days, CalendarGuest? Guest, bool HasToday);

/// <summary>A month of a blog: every day has exactly one who holds the pen, and what nobody has agreed to host is the owner's.</summary>
internal sealed record HostingMonth(DateOnly First, string Owner, IReadOnlyList<CalendarDay> Days, IReadOnlyList<CalendarGuest> Invited)
{
    /// <summary>Weeks from Monday to Sunday; nothing outside the month.</summary>
    public IReadOnlyList<CalendarDay?[]> Weeks
    {
        get
        {
            var before = ((int)First.DayOfWeek + 6) % 7;
            CalendarDay?[] cells = [.. Enumerable.Repeat<CalendarDay?>(null, before), .. Days];
            return [.. cells.Chunk(7).Select(week => week.Length == 7 ? week : [.. week, .. new CalendarDay?[7 - week.Length]])];
        }
    }

    public IEnumerable<CalendarDay> DaysOff => Days.Where(d => d.DayOff is not null);

    public IReadOnlyList<CalendarStretch> Stretches(DateOnly today)
    {
        List<List<CalendarDay>> runs = [];
        foreach (var day in Days)
        {
            if (runs.Count == 0 || runs[^1][^1].Guest?.Url != day.Guest?.Url)
            {
                runs.Add([]);
            }

            runs[^1].Add(day);
        }

        return [.. runs.Select(r => new CalendarStretch(Say.Days(r[0].Day, r[^1].Day), r[0].Guest, r[0].Day <= today && today <= r[^1].Day))];
    }

    public static HostingMonth Of(Blog blog, DateOnly first, IReadOnlyList<HostingPeriod> periods, WorkingCalendar office, IReadOnlyDictionary<StaffId, StaffCard> names)
    {
        var agreed = periods.Where(p => p.IsAgreed).ToList();
        var open = periods.Where(p => p.IsOpenInvitation).ToList();
        var days = Enumerable.Range(0, DateTime.DaysInMonth(first.Year, first.Month)).Select(first.AddDays);
        return new(
            first,
            names.GetValueOrDefault(blog.Owner)?.Name ?? "the blog's owner",
            [.. days.Select(d => new CalendarDay(d, Named(agreed.Find(p => p.Covers(d))), [.. open.Where(p => p.Covers(d)).Select(p => Named(p)!)], office.DayOff(d)?.Name))],
            [.. open.Select(p => Named(p)!)]);

        CalendarGuest? Named(HostingPeriod? period) => period is null ? null
            : new(names.GetValueOrDefault(period.Host)?.Name ?? "Guest host", Addresses.Of(blog, period), period.Days);
    }
}
