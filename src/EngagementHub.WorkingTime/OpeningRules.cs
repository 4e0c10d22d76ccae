using System.Collections.Frozen;

namespace EngagementHub.WorkingTime;

/// <summary>Which hours hold on a local day: the day's own, else none on a non-working day, else the week's in force.</summary>
internal sealed class OpeningRules(
    SortedList<DateOnly, WeeklyHours> weeks, Dictionary<DateOnly, NonWorkingDay> closed, Dictionary<DateOnly, IReadOnlyList<OpenHours>> ownHours)
{
    private readonly FrozenDictionary<DateOnly, NonWorkingDay> _closed = closed.ToFrozenDictionary();
    private readonly FrozenDictionary<DateOnly, IReadOnlyList<OpenHours>> _ownHours = ownHours.ToFrozenDictionary();

    /// <summary>After this day the calendar opens only if its last week does.</summary>
    public DateOnly LastOwnHours { get; } = ownHours.Count == 0 ? DateOnly.MinValue : ownHours.Keys.Max();

    public DateOnly FirstOwnHours { get; } = ownHours.Count == 0 ? DateOnly.MaxValue : ownHours.Keys.Min();

    public DateOnly LastWeekFrom { get; } = weeks.Count == 0 ? DateOnly.MinValue : weeks.Keys[^1];

    public DateOnly FirstWeekFrom { get; } = weeks.Count == 0 ? DateOnly.MaxValue : weeks.Keys[0];

    public bool OpensForEver { get; } = weeks.Count > 0 && !weeks.Values[^1].IsClosed;

    public bool OpenedAlways { get; } = weeks.Count > 0 && !weeks.Values[0].IsClosed;

    public NonWorkingDay? DayOff(DateOnly day) => _closed.GetValueOrDefault(day);

    public IReadOnlyList<OpenHours> HoursOn(DateOnly day) =>
        _ownHours.TryGetValue(day, out var own) ? own
        : _closed.ContainsKey(day) || weeks.Count == 0 ? []
        : WeekOn(day)[day.DayOfWeek];

    private WeeklyHours WeekOn(DateOnly day)
    {
        for (var i = weeks.Count - 1; i > 0; i--)
        {
            if (weeks.Keys[i] <= day)
            {
                return weeks.Values[i];
            }
        }

        return weeks.Values[0];
    }
}
