namespace EngagementHub.WorkingTime;

/// <summary>Counts whole working days. A working day is a local day on which opening hours start; one whose hours the clocks skip altogether is none.</summary>
internal sealed class WorkingDays(Reach reach, TimeZoneInfo zone)
{
    public bool Includes(DateOnly day) => reach.Of(day, day.AddDays(1)).IsWorkingDay(day);

    public DateOnly DayOf(DateTimeOffset at) => reach.Of(at.UtcTicks, at.UtcTicks).LocalDay(at.UtcTicks);

    public int Between(DateOnly from, DateOnly to)
    {
        var table = reach.Of(from < to ? from : to, (from < to ? to : from).AddDays(1));
        return table.WorkingDaysBefore(to.AddDays(1)) - table.WorkingDaysBefore(from.AddDays(1));
    }

    public DateOnly Add(DateOnly day, int count)
    {
        if (count == 0)
        {
            return day;
        }

        var table = reach.Of(day, day.AddDays(1));
        DateOnly? found;
        while ((found = table.WorkingDayAt(count > 0 ? table.WorkingDaysBefore(day.AddDays(1)) + count - 1 : table.WorkingDaysBefore(day) + count)) is null)
        {
            table = count > 0 ? reach.LaterThan(table) : reach.EarlierThan(table);
        }

        return found.Value;
    }

    public DateTimeOffset EndOf(DateOnly day) => reach.Of(day, day.AddDays(1)).ClosingOf(day) is { } closing
        ? new DateTimeOffset(closing, TimeSpan.Zero)
        : throw new NoWorkingTimeException($"{day:yyyy-MM-dd} is not a working day");

    public DateOnly Received(DateTimeOffset at, TimeOnly? cutOff)
    {
        var day = DayOf(at);
        var late = cutOff is { } time && TimeZoneInfo.ConvertTime(at, zone).TimeOfDay > time.ToTimeSpan();
        return late || !Includes(day) ? Add(day, 1) : day;
    }
}
