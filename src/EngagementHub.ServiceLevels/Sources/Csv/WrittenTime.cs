using System.Globalization;

namespace EngagementHub.ServiceLevels.Sources.Csv;

/// <summary>The order of day, month and year.</summary>
internal enum DateOrder
{
    DayFirst,
    MonthFirst,
    YearFirst,
}

/// <summary>A date and time as people and programs write them, once their order is known: 29/02/2016 01:16, 2016-02-29T01:16:00Z, 29 Feb 2016 1:16 am. With its own distance from UTC where it has one.</summary>
internal readonly record struct WrittenTime(DateTime Local, TimeSpan? Offset)
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static DateOrder? OrderOf(string name) => name switch
    {
        "day first" or "dmy" => DateOrder.DayFirst,
        "month first" or "mdy" => DateOrder.MonthFirst,
        "year first" or "ymd" => DateOrder.YearFirst,
        _ => null,
    };

    public static string NameOf(DateOrder order) => order switch
    {
        DateOrder.DayFirst => "day first",
        DateOrder.MonthFirst => "month first",
        _ => "year first",
    };

    /// <summary>What the two first numbers of a date allow; both when only the order can tell.</summary>
    public static (bool DayFirst, bool MonthFirst, bool YearFirst) Allows(ReadOnlySpan<char> text)
    {
        var reader = new Scanner(text);
        if (!TryDate(ref reader, out var a, out var b, out var c, out var named) || named)
        {
            return (true, true, true);
        }

        return a > 31 || a.ToString(CultureInfo.InvariantCulture).Length > 2 ? (false, false, true)
            : (a is >= 1 and <= 31 && b is >= 1 and <= 12 && c > 31, b is >= 1 and <= 31 && a is >= 1 and <= 12 && c > 31, false);
    }

    /// <summary>Reads it, or says what is wrong.</summary>
    public static WrittenTime? Read(ReadOnlySpan<char> text, DateOrder order, out string? problem)
    {
        var reader = new Scanner(text);
        problem = null;
        if (!TryDate(ref reader, out var a, out var b, out var c, out var named))
        {
            return null;
        }

        var (year, month, day) = a > 31 ? (a, b, c) : named || order == DateOrder.DayFirst ? (c, b, a) : order == DateOrder.MonthFirst ? (c, a, b) : (a, b, c);
        if (year < 100)
        {
            problem = "Write the year with four digits";
            return null;
        }

        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(Math.Clamp(year, 1, 9999), month) || year > 9999 || !TryTime(ref reader, out var time) || !TryOffset(ref reader, out var offset) || !reader.IsAtEnd)
        {
            return null;
        }

        return new WrittenTime(new DateTime(year, month, day).Add(time), offset);
    }

    private static bool TryDate(ref Scanner reader, out int a, out int b, out int c, out bool named)
    {
        (b, c, named) = (0, 0, false);
        if (!reader.Number(out a, out var digits))
        {
            return false;
        }

        if (digits == 8)
        {
            (a, b, c) = (a / 10000, a / 100 % 100, a % 100);
            return true;
        }

        var between = reader.OneOf("-/. ");
        if (between is null || digits > 4)
        {
            return false;
        }

        named = reader.Word() is { } word && (b = MonthOf(word)) > 0;
        return (named || reader.Number(out b, out _)) && (reader.OneOf(between.Value.ToString()) ?? reader.OneOf("-/. ,")) is not null && reader.Number(out c, out _);
    }

    private static int MonthOf(string word) => word.Length >= 3 ? Array.FindIndex(Months, month => word.StartsWith(month, StringComparison.OrdinalIgnoreCase)) + 1 : 0;

    private static bool TryTime(ref Scanner reader, out TimeSpan time)
    {
        time = TimeSpan.Zero;
        if (!reader.SkipOneOf("T ,"))
        {
            return reader.IsAtEnd;
        }

        reader.Spaces();
        if (!reader.Number(out var hour, out var digits) || digits > 2 || reader.OneOf(":.") is not { } between || !reader.Number(out var minute, out _))
        {
            return false;
        }

        var (second, fraction) = (0, 0L);
        if (reader.OneOf(between.ToString()) is not null && !reader.Number(out second, out _))
        {
            return false;
        }

        if (between == ':' && reader.OneOf(".,") is not null && !reader.Fraction(out fraction))
        {
            return false;
        }

        hour = Half(ref reader, hour);
        time = new TimeSpan(0, hour, minute, second) + new TimeSpan(fraction);
        return hour is >= 0 and <= 23 && minute <= 59 && second <= 59;
    }

    // "1:16 am", "12 pm".
    private static int Half(ref Scanner reader, int hour)
    {
        var before = reader;
        reader.Spaces();
        var half = reader.Word()?.ToUpperInvariant();
        if (half is not ("AM" or "PM"))
        {
            reader = before;
            return hour;
        }

        return hour is < 1 or > 12 ? -1 : (hour % 12) + (half == "PM" ? 12 : 0);
    }

    private static bool TryOffset(ref Scanner reader, out TimeSpan? offset)
    {
        offset = null;
        reader.Spaces();
        if (reader.IsAtEnd)
        {
            return true;
        }

        if (reader.Word() is { } word)
        {
            offset = TimeSpan.Zero;
            return word.ToUpperInvariant() is "Z" or "UTC" or "GMT";
        }

        if (reader.OneOf("+-") is not { } sign || !reader.Number(out var hours, out var digits))
        {
            return false;
        }

        var minutes = 0;
        (hours, minutes) = digits == 4 ? (hours / 100, hours % 100) : (hours, 0);
        if (digits <= 2 && reader.OneOf(":") is not null && !reader.Number(out minutes, out _))
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0) * (sign == '-' ? -1 : 1);
        return hours <= 14 && minutes <= 59;
    }
}
