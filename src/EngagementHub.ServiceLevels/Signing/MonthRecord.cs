using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EngagementHub.ServiceLevels.Signing;

/// <summary>
/// The canonical text of a signed month and of its rows: UTF-8 without a mark, lines ended by LF, in a fixed order. Whoever has the text can work out its
/// SHA-256 with any tool; docs/decisions/signed-months.md describes each line.
/// </summary>
internal static class MonthRecord
{
    public const string Header = "source\tticket\treceived\tdue\tcompleted\tworking-days\toutcome\n";

    public static string TextOf(SignedMonth month) => string.Concat(Lines(month).Select(line => line + "\n"));

    public static string TextOf(IEnumerable<FrozenRow> rows) => Header + string.Concat(InOrder(rows).Select(row => row.Line + "\n"));

    public static string HashOf(SignedMonth month) => Sha256(TextOf(month));

    public static string HashOf(IEnumerable<FrozenRow> rows) => Sha256(TextOf(rows));

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Whether the record and its rows still are what was signed.</summary>
    public static bool IsWhole(SignedMonth month, IReadOnlyCollection<FrozenRow> rows) =>
        rows.Count == month.RowCount && HashOf(rows) == month.RowsHash && HashOf(month) == month.Hash;

    public static IOrderedEnumerable<FrozenRow> InOrder(IEnumerable<FrozenRow> rows) =>
        rows.OrderBy(row => row.Source, StringComparer.Ordinal).ThenBy(row => row.Ticket, StringComparer.Ordinal);

    private static IEnumerable<string> Lines(SignedMonth month) =>
    [
        "signed month, form 1",
        $"level: {month.Of}",
        string.Create(CultureInfo.InvariantCulture, $"month: {month.Month:yyyy-MM}"),
        string.Create(CultureInfo.InvariantCulture, $"revision: {month.Revision}"),
        $"replaces: {(month.Replaces.Length == 0 ? "none" : month.Replaces)}",
        $"reason: {month.Reason}",
        $"signed: {FrozenRow.Instant(month.At)}",
        $"by: {month.Signed}",
        $"sentence: {month.Sentence}",
        $"data-as-of: {FrozenRow.Instant(month.DataAsOf)}",
        .. month.Rules.Lines(),
        .. month.Tally.Lines(),
        string.Create(CultureInfo.InvariantCulture, $"rows: {month.RowCount}"),
        $"rows-sha256: {month.RowsHash}",
    ];
}
