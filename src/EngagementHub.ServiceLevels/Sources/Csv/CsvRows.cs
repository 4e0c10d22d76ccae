namespace EngagementHub.ServiceLevels.Sources.Csv;

/// <summary>Rows of separated values, as RFC 4180 has them and as programs really write them: any line ends, also mixed; a quotation mark inside a bare value is a character. Holds one row at a time, however long the file.</summary>
internal sealed class CsvRows(TextReader text, char delimiter, long firstLine = 1) : IDisposable
{
    public const int LongestCell = 1_200_000;
    public const int MostColumns = RowCells.Most;

    private readonly char[] _buffer = new char[32 * 1024];
    private readonly RowCells _cells = new();
    private int _at;
    private int _filled;
    private long _line = firstLine;
    private bool _isOver;

    /// <summary>The line on which the row begins, counted as an editor does.</summary>
    public long Line { get; private set; }

    public int Count => _cells.Count;

    /// <summary>What keeps the row from being read as it was meant.</summary>
    public RowFlaw? Flaw { get; private set; }

    public ReadOnlySpan<char> this[int column] => _cells[column];

    /// <summary>Goes to the next row. Blank lines, and rows of nothing but delimiters as spreadsheets leave behind, are no rows.</summary>
    public bool Read()
    {
        while (ReadRow())
        {
            if (Flaw is not null || !_cells.AreBlank)
            {
                return true;
            }
        }

        return false;
    }

    public string[] Cells() => _cells.ToArray();

    public void Dispose() => text.Dispose();

    private bool ReadRow()
    {
        (Line, Flaw) = (_line, null);
        _cells.Clear();
        if (_isOver || !Fill())
        {
            return false;
        }

        while (ReadCell())
        {
        }

        return true;
    }

    // True when another cell follows in the row.
    private bool ReadCell()
    {
        if (_buffer[_at] == '"')
        {
            ReadQuoted();
        }
        else
        {
            ReadPlain();
        }

        EndCell();
        if (_isOver || !Fill())
        {
            return false;
        }

        var end = _buffer[_at++];
        if (end != delimiter)
        {
            EndLine(end);
            return false;
        }

        if (Fill())
        {
            return true;
        }

        EndCell();
        return false;
    }

    private void ReadQuoted()
    {
        var opened = _line;
        _at++;
        do
        {
            while (Fill() && _buffer[_at] != '"' && _cells.LastLength <= LongestCell)
            {
                CountLines(KeepUntil('"'));
            }

            if (_at == _filled || _cells.LastLength > LongestCell)
            {
                GiveUp(new RowFlaw(opened, Count, "The quotation mark opened here is never closed, so that the rows after it cannot be told apart", "Close the quotation mark, or write it twice when it is part of the text. Nothing after it was read"));
                return;
            }

            _at++;
        }
        while (IsWrittenTwice());
        DropSpaces();
    }

    private bool IsWrittenTwice()
    {
        if (!Fill() || _buffer[_at] != '"')
        {
            return false;
        }

        _cells.Keep("\"");
        _at++;
        return true;
    }

    private void DropSpaces()
    {
        var length = _cells.Length;
        ReadToDelimiter();
        if (!_cells.Since(length).IsWhiteSpace())
        {
            Flaw ??= new RowFlaw(Line, Count, "There is text behind a closing quotation mark", "Write a quotation mark inside a text twice");
        }

        _cells.Drop(length);
    }

    private void ReadPlain()
    {
        var length = _cells.Length;
        ReadToDelimiter();
        if (_cells.Since(length).TrimStart() is ['"', ..])
        {
            Flaw ??= new RowFlaw(Line, Count, "There is a space before an opening quotation mark", "Delete the space");
        }
    }

    private void ReadToDelimiter()
    {
        while (Fill() && !IsEnd(_buffer[_at]))
        {
            KeepUntil(delimiter, '\r', '\n');
            if (_cells.LastLength > LongestCell)
            {
                GiveUp(new RowFlaw(Line, Count, $"A value has more than {LongestCell:N0} characters", "Check that this is a file of rows and columns. Nothing after it was read"));
                return;
            }
        }
    }

    private bool IsEnd(char c) => c == delimiter || c is '\r' or '\n';

    private void GiveUp(RowFlaw flaw) => (Flaw, _isOver) = (flaw, true);

    private ReadOnlySpan<char> KeepUntil(params ReadOnlySpan<char> ends)
    {
        var rest = _buffer.AsSpan(_at, _filled - _at);
        var end = rest.IndexOfAny(ends);
        var kept = end < 0 ? rest : rest[..end];
        _cells.Keep(kept);
        _at += kept.Length;
        return kept;
    }

    private void EndCell()
    {
        if (!_cells.End())
        {
            Flaw ??= new RowFlaw(Line, -1, $"The row has more than {MostColumns:N0} columns", "Check the delimiter");
        }
    }

    private void EndLine(char end)
    {
        if (end == '\r' && Fill() && _buffer[_at] == '\n')
        {
            _at++;
        }

        _line++;
    }

    // Inside quotation marks a line may end too; its two characters may lie in two buffers.
    private void CountLines(ReadOnlySpan<char> kept)
    {
        for (var at = kept.IndexOfAny('\r', '\n'); at >= 0; at = Next(kept, at + 1))
        {
            if (kept[at] == '\n' || !(at + 1 < kept.Length ? kept[at + 1] == '\n' : Fill() && _buffer[_at] == '\n'))
            {
                _line++;
            }
        }
    }

    private static int Next(ReadOnlySpan<char> text, int from) => text[from..].IndexOfAny('\r', '\n') is >= 0 and var found ? from + found : -1;

    private bool Fill()
    {
        if (_at < _filled)
        {
            return true;
        }

        (_at, _filled) = (0, text.Read(_buffer, 0, _buffer.Length));
        return _filled > 0;
    }
}
