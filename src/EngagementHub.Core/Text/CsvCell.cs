using System.Buffers;
using System.Globalization;
using System.Text;

namespace EngagementHub.Core.Text;

/// <summary>A cell of a file that leaves the hub or comes back to it: text that a spreadsheet would run as a formula gets an apostrophe before it, and loses it when it is read again.</summary>
public static class CsvCell
{
    // Also the full-width forms, which some spreadsheets take for the plain ones.
    private const string Formula = "=+-@\t\r\n\0＝＋－＠";

    private static readonly SearchValues<char> Awkward = SearchValues.Create(",;\"\r\n\t");

    /// <summary>One line of cells, with its end.</summary>
    public static string Line(params IEnumerable<object?> values) => new StringBuilder().AppendJoin(',', values.Select(Write)).Append("\r\n").ToString();

    /// <summary>The cell as it is written: days as 2007-04-27, instants in UTC, text safe in a spreadsheet, quoted where it must be.</summary>
    public static string Write(object? value)
    {
        var text = value switch
        {
            string words => Guarded(words),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        return text.AsSpan().ContainsAny(Awkward) ? Quoted(text) : text;
    }

    /// <summary>The same, between quotation marks whether it needs them or not.</summary>
    public static string Quote(string text) => Quoted(Guarded(text));

    /// <summary>The text that was written into the cell.</summary>
    public static string Read(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Length > 1 && cell[0] == '\'' && IsFormula(cell) ? cell[1..] : cell;
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Guarded(string text) => IsFormula(text) ? "'" + text : text;

    // An apostrophe that stood there before gets another one, so that reading takes away exactly what writing added.
    private static bool IsFormula(string text) => text.AsSpan().TrimStart('\'') is { Length: > 0 } rest && Formula.Contains(rest[0], StringComparison.Ordinal);
}
