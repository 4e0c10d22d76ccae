using System.Globalization;
using System.Text.Json;

namespace EngagementHub.WorkingTime;

/// <summary>
/// One worked example. Kinds: <c>between</c> (start, end; says seconds, minutes or hours), <c>due</c> and <c>before</c> (start and minutes, seconds or hours; says due),
/// <c>next_open</c> (start; says due) and <c>days</c> (start, days; says due; when start is an instant, a cutoff may be given, and due may be the day or the instant it closes).
/// <c>tz</c>, <c>week</c>, <c>holidays</c>, <c>overrides</c> and <c>pauses</c> make the calendar. Week and overrides are local times; a closing earlier than the opening crosses
/// midnight and belongs to the day it starts on. Instants carry an offset; one without is a local time of the zone.
/// </summary>
public sealed class WorkedExample
{
    private readonly ExampleFields _fields;

    private WorkedExample(ExampleFields fields) => (_fields, Calendar, Pauses) = (fields, fields.Calendar(), fields.Pauses());

    /// <summary>The calendar it describes.</summary>
    public WorkingCalendar Calendar { get; }

    /// <summary>When time does not count.</summary>
    public IReadOnlyList<Stretch> Pauses { get; }

    /// <summary>Where the calculation begins and ends, in order of time; nothing where it is about days.</summary>
    public Stretch? Span { get; private set; }

    /// <summary>What is worked out, in words.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>What the example says otherwise, in a sentence; nothing when it agrees or says nothing.</summary>
    public string? Difference { get; private set; }

    /// <summary>Reads an example and works it out; by a given calendar when there is one, whatever the example says of zone, week, holidays and overrides.</summary>
    /// <exception cref="FormatException">It cannot be understood; the sentence says what and how to cure it.</exception>
    /// <exception cref="NoWorkingTimeException">Its calendar does not open for that long.</exception>
    public static WorkedExample Read(JsonElement json, WorkingCalendar? kept = null)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("it is not an object: write it in braces, like {\"id\": \"a\", \"kind\": \"between\", …}");
        }

        var example = new WorkedExample(new ExampleFields(json, kept));
        var fields = example._fields;
        return fields.Text("kind").Trim().ToLowerInvariant().Replace('-', '_') switch
        {
            "between" => example.Between(),
            "due" => example.Reaching(fields.Instant("start"), example.Calendar.Due(fields.Instant("start"), fields.Amount(), example.Pauses)),
            "before" => example.Reaching(fields.Instant("start"), example.Calendar.Before(fields.Instant("start"), fields.Amount(), example.Pauses)),
            "next_open" => example.Reaching(fields.Instant("start"), example.Calendar.NextOpening(fields.Instant("start"))),
            "days" => ExampleFields.IsDay(fields.Need("start")) ? example.After(fields.Day("start")) : example.After(example.Calendar.DayReceived(fields.Instant("start"), fields.CutOff())),
            var kind => throw new FormatException($"there is no kind \"{kind}\": write between, due, before, next_open or days"),
        };
    }

    private WorkedExample Between()
    {
        var (start, end) = (_fields.Instant("start"), _fields.Instant("end"));
        var worked = Calendar.Elapsed(start, end, Pauses);
        if (!_fields.HasAny("seconds", "minutes", "hours"))
        {
            throw new FormatException("it says neither seconds nor minutes: add what is expected");
        }

        return Found(
            start <= end ? new(start, end) : new(end, start),
            $"{Number(worked.Ticks / TimeSpan.TicksPerSecond)} seconds of working time ({InWords(worked)})",
            Differs("seconds", worked, TimeSpan.TicksPerSecond) ?? Differs("minutes", worked, TimeSpan.TicksPerMinute) ?? Differs("hours", worked, TimeSpan.TicksPerHour));
    }

    private WorkedExample Reaching(DateTimeOffset start, DateTimeOffset found)
    {
        var expected = _fields.Instant("due");
        return Found(start <= found ? new(start, found) : new(found, start), Shown(found), expected == found ? null : $"{Shown(expected)} expected, {Shown(found)} worked out");
    }

    private WorkedExample After(DateOnly day)
    {
        var found = Calendar.AddWorkingDays(day, _fields.Days());
        if (!ExampleFields.IsDay(_fields.Need("due")))
        {
            return Reaching(_fields.Instant("start"), Calendar.EndOfWorkingDay(found));
        }

        var expected = _fields.Day("due");
        return Found(null, $"{found:yyyy-MM-dd}", expected == found ? null : $"{expected:yyyy-MM-dd} expected, {found:yyyy-MM-dd} worked out");
    }

    private WorkedExample Found(Stretch? span, string answer, string? difference)
    {
        (Span, Answer, Difference) = (span, answer, difference);
        return this;
    }

    // A whole number is what remains when the rest of the unit is cut off; one with decimals must be met exactly.
    private string? Differs(string unit, TimeSpan worked, long ticks)
    {
        if (_fields.Number(unit) is not { } expected)
        {
            return null;
        }

        var found = decimal.Truncate(expected) == expected ? worked.Ticks / ticks : worked.Ticks / (decimal)ticks;
        return found == expected ? null : $"{Number(expected)} {unit} expected, {Number(found)} worked out";
    }

    private static string Shown(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(instant.Ticks % TimeSpan.TicksPerSecond == 0 ? "u" : "yyyy-MM-dd HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static string Number(decimal number) => number.ToString("0.#######", CultureInfo.InvariantCulture);

    private static string InWords(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(time < TimeSpan.Zero ? "minus " : "")}{Math.Abs((long)time.TotalHours)} h {Math.Abs(time.Minutes)} min {Math.Abs(time.Seconds)} s");
}
