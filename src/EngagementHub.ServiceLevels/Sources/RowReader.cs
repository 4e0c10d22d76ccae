using EngagementHub.Core.Text;
using EngagementHub.ServiceLevels.Sources.Csv;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>Understands rows of a file by a mapping's rules.</summary>
internal sealed class RowReader
{
    private const int LongestShared = 40;
    private readonly string?[] _shared = new string?[1024];
    private readonly RecordReader _records;
    private readonly string[] _heading;
    private readonly Dictionary<string, int> _columns;

    /// <exception cref="BrokenRuleException">The file lacks a column that the mapping names, or has it twice.</exception>
    public RowReader(MappingRules rules, IReadOnlyList<string> heading, DateTimeOffset latest)
    {
        (_heading, _records) = ([.. heading.Select(FileForm.Name)], new RecordReader(rules, latest));
        _columns = _heading.Index().DistinctBy(column => column.Item.ToUpperInvariant()).ToDictionary(column => column.Item, column => column.Index, StringComparer.OrdinalIgnoreCase);
        if (rules.Columns.FirstOrDefault(column => !_columns.ContainsKey(column)) is { } missing)
        {
            throw new BrokenRuleException($"The file has no column \"{missing}\". It has {string.Join(", ", heading.Take(12))}{(heading.Count > 12 ? ", …" : "")}. Choose the mapping made for this file, or let it be worked out from the file, and check that its first row is a heading");
        }

        if (rules.Columns.FirstOrDefault(column => _heading.Count(name => string.Equals(name, column, StringComparison.OrdinalIgnoreCase)) > 1) is { } twice)
        {
            throw new BrokenRuleException($"The file has two columns \"{twice}\": rename the one that is not meant");
        }
    }

    /// <exception cref="RejectedRowException">The row cannot be taken; it says which column, why, and what would be right.</exception>
    public LogRow Read(CsvRows row)
    {
        if (row.Flaw is { } flaw)
        {
            throw new RejectedRowException(flaw.Cell >= 0 && flaw.Cell < _heading.Length ? _heading[flaw.Cell] : "", flaw.Reason, flaw.Cure, flaw.Line);
        }

        RefuseWrongLength(row);
        if (IsHeading(row))
        {
            throw new RejectedRowException("", "The row is the heading again", "Delete the row: it is left over from joining two files");
        }

        return _records.Read(name => Cell(row, name), row.Line);
    }

    // What a spreadsheet adds at the end of a row, empty cells, is no mistake; nor is a heading that ends with a delimiter.
    private void RefuseWrongLength(CsvRows row)
    {
        for (var column = row.Count; column < _heading.Length; column++)
        {
            if (_heading[column].Length > 0)
            {
                throw WrongLength(row.Count, "A delimiter or the end of the row is missing; a file that breaks off here was not sent whole");
            }
        }

        for (var column = _heading.Length; column < row.Count; column++)
        {
            if (!row[column].IsWhiteSpace())
            {
                throw WrongLength(row.Count, "Put text that holds the delimiter in quotation marks");
            }
        }
    }

    private RejectedRowException WrongLength(int columns, string cure) => new("", $"The row has {Say.Count(columns, "column")} and the heading {_heading.Length}", cure);

    private bool IsHeading(CsvRows row)
    {
        for (var column = 0; column < Math.Min(row.Count, _heading.Length); column++)
        {
            if (!row[column].Trim().Equals(_heading[column], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    private string Cell(CsvRows row, string name)
    {
        var cell = row[_columns[name]];
        foreach (var c in cell)
        {
            if (c is '\uFFFD' || char.IsControl(c) && c is not ('\t' or '\r' or '\n') || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format)
            {
                throw Unreadable(name, c);
            }
        }

        return CsvCell.Read(Text(cell));
    }

    // States, teams and categories come again and again: each is one string, not one for every row.
    private string Text(ReadOnlySpan<char> cell)
    {
        if (cell.Length > LongestShared)
        {
            return cell.ToString();
        }

        ref var place = ref _shared[string.GetHashCode(cell) & (_shared.Length - 1)];
        return place is { } known && cell.SequenceEqual(known) ? known : place = cell.ToString();
    }

    private static RejectedRowException Unreadable(string column, char c) => c switch
    {
        '\uFFFD' => new(column, "The value holds a letter that is not written as the rest of the file is", "Save the whole file in one encoding, best UTF-8, or choose the encoding it is written in"),
        '\0' => new(column, "The value holds a zero byte", "Save the file again from the source; if it is UTF-16, choose that encoding"),
        _ => new(column, $"The value holds an invisible character (U+{(int)c:X4})", "Delete it, or type the value again"),
    };
}
