using System.Globalization;
using EngagementHub.ServiceLevels.Sources.Csv;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>
/// Reads a source's local times. A time inside the hour the clocks skip in spring never was and is refused; one inside the hour they show
/// twice in autumn is taken as its first showing, because a file does not say which is meant. A time that says how far it is from UTC is taken at its word.
/// </summary>
internal sealed class SourceTime(MappingRules rules, DateTimeOffset latest)
{
    private const int FirstYear = 1990;
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(rules.Zone);
    private readonly DateOrder? _order = WrittenTime.OrderOf(rules.TimeFormat);

    private string Form => _order switch
    {
        null => $"in the form {rules.TimeFormat}",
        DateOrder.DayFirst => "with the day first, as in 29/02/2016 01:16",
        DateOrder.MonthFirst => "with the month first, as in 02/29/2016 01:16",
        _ => "with the year first, as in 2016-02-29 01:16",
    };

    public DateTimeOffset Read(string text, string column)
    {
        var written = Written(text, out var problem) ?? throw new RejectedRowException(column, problem ?? $"\"{Short(text)}\" is not a time {Form}", Cure(text));

        // No calendar reaches as far as a mistyped year: one such row would leave every figure of its service without an answer.
        if (written.Local.Year < FirstYear)
        {
            throw new RejectedRowException(column, $"{text} is before {FirstYear}", "Correct the year, or choose the form the file is written in");
        }

        return written.Local.Year <= latest.Year + 1 && InstantOf(written, text, column) is var instant && instant <= latest ? instant
            : throw new RejectedRowException(column, $"{text} is in the future", "Correct the time, or choose the order of day and month the file is written in");
    }

    private WrittenTime? Written(string text, out string? problem)
    {
        problem = null;
        if (_order is { } order)
        {
            var read = WrittenTime.Read(text, order, out problem);
            problem = problem is null ? null : $"\"{Short(text)}\" has a year of two digits";
            return read;
        }

        return DateTime.TryParseExact(text, rules.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? new WrittenTime(local, null) : null;
    }

    private static string Cure(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) && serial is > 20_000 and < 80_000
        ? "This is a spreadsheet's inner number of a day: give the column the format of a date and save the file again"
        : "Correct the time, or choose the form the file is written in; a year has four digits";

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private DateTimeOffset InstantOf(WrittenTime written, string text, string column)
    {
        if (written.Offset is { } distance)
        {
            return new DateTimeOffset(written.Local, TimeSpan.Zero) - distance;
        }

        if (_zone.IsInvalidTime(written.Local))
        {
            throw new RejectedRowException(column, $"{text} never was in {rules.Zone}: the clocks skipped that hour", "Correct the time, or choose the zone the source writes in");
        }

        var offset = _zone.IsAmbiguousTime(written.Local) ? _zone.GetAmbiguousTimeOffsets(written.Local).Max() : _zone.GetUtcOffset(written.Local);
        return new DateTimeOffset(written.Local, offset).ToUniversalTime();
    }
}
