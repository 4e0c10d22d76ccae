using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace EngagementHub.Core.Ui;

/// <summary>
/// Gives each cell of a table the words of its column, so that a narrow screen can show rows beneath each other as label and value. Roles are said outright, because
/// what is no longer laid out as a table is otherwise no longer read as one. A table with joined cells in its head stays as it is and scrolls.
/// </summary>
internal static partial class StackedRows
{
    private const int FewestColumns = 3;

    /// <summary>The rows with labels, or nothing when the table cannot be shown so.</summary>
    public static string? Of(string rows)
    {
        var head = Head().Match(rows);
        var columns = head.Success ? HeadCells().Matches(head.Value).Select(cell => cell.Groups["words"].Value).Select(Plain).ToList() : [];
        var isSimple = head.Success && head.Value.Split("<tr").Length == 2 && !Joined().IsMatch(head.Value) && columns.Count >= FewestColumns;
        return isSimple ? Labelled(rows, head.Index + head.Length, columns) : null;
    }

    private static string Labelled(string rows, int headEnd, List<string> columns)
    {
        var column = 0;
        return Tags().Replace(rows, tag =>
        {
            var (name, attributes) = (tag.Groups["name"].Value, tag.Groups["attributes"].Value);
            if (name == "tr")
            {
                column = 0;
                return $"<tr role=\"row\"{attributes}>";
            }

            if (name.StartsWith('t') && name.Length > 2)
            {
                return $"<{name} role=\"rowgroup\"{attributes}>";
            }

            var (at, isRowHead) = (column, name == "th" && tag.Index >= headEnd);
            column += Span().Match(attributes) is { Success: true } span ? int.Parse(span.Groups["n"].Value, CultureInfo.InvariantCulture) : 1;
            var label = tag.Index < headEnd || isRowHead || column - at > 1 || at >= columns.Count || columns[at].Length == 0 || attributes.Contains("data-label=", StringComparison.Ordinal) ? "" : $" data-label=\"{columns[at]}\"";
            return $"<{name} role=\"{(tag.Index < headEnd ? "columnheader" : isRowHead ? "rowheader" : "cell")}\"{label}{attributes}>";
        });
    }

    // What Razor wrote is encoded already; encoding twice would show entities.
    private static string Plain(string html) => WebUtility.HtmlEncode(WebUtility.HtmlDecode(AnyTag().Replace(html, "")).Trim());

    [GeneratedRegex("<thead.*?</thead>", RegexOptions.Singleline)]
    private static partial Regex Head();

    [GeneratedRegex("<(?<cell>t[hd])(?:\\s[^>]*)?>(?<words>.*?)</\\k<cell>>", RegexOptions.Singleline)]
    private static partial Regex HeadCells();

    [GeneratedRegex("(?:col|row)span=\"?(?!1\"?[\\s>])")]
    private static partial Regex Joined();

    [GeneratedRegex("<(?<name>thead|tbody|tfoot|tr|th|td)(?<attributes>(?:\\s[^>]*)?)>")]
    private static partial Regex Tags();

    [GeneratedRegex("colspan=\"?(?<n>\\d+)")]
    private static partial Regex Span();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex AnyTag();
}
