namespace EngagementHub.ServiceLevels.Sources.Csv;

/// <summary>Rows of separated values, as RFC 4180 has them and as programs really write them: any line ends, also mixed; a quotation mark inside a bare value is a character. Holds one row at a time, however long the file.</summary>
internal sealed class CsvRows(TextReader text, char delimiter, long firstLine = 1) : IDisposable
{
    public const int LongestCell = 1_200_000;
    public const int MostColumns = 16_384;

    private readonly char[] _buffer = new char[32 * 1024];
    private readonly int[] _ends = new int[MostColumns];
    private char[] _row = new char[4096];
    private int _at;
    private int _filled;
    private int _length;
    private long _line = firstLine;
    private bool _isOver;

    /// <summary>The line on which the row begins, counted as an editor does.</summary>
    public long Line { get; private set; }

    public int Count { get; private set; }

    /// <summary>What keeps the row from being read as it was meant.</summary>
    public RowFlaw? Flaw { get; private set; }

    public ReadOnlySpan<char> this[int column] => _row.AsSpan(Start(column), _ends[column] - Start(column));

    private int CellLength => _length - (Count == 0 ? 0 : _ends[Count - 1]);

    private bool IsBlank
    {
        get
        {
            for (var column = 0; column < Count; column++)
            {
                if (!this[column].IsWhiteSpace())
                {
                    return false;
                }
            }

            return Flaw is null;
        }
    }

    /// <summary>Goes to the next row. Blank lines, and rows of nothing but delimiters as spreadsheets leave behind, are no rows.</summary>
    public bool Read()
    {
        while (ReadRow())
        {
            if (!IsBlank)
            {
                return true;
            }
        }

        return false;
    }

    public string[] Cells()
    {
        var cells = new string[Count];
        for (var column = 0; column < Count; column++)
        {
            cells[column] = this[column].ToString();
        }

        return cells;
    }

    public void Dispose() => text.Dispose();

    private int Start(int column) => column == 0 ? 0 : _ends[column - 1];

    private bool ReadRow()
    {
        (Line, Count, Flaw, _length) = (_line, 0, null, 0);
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
            while (Fill() && _buffer[_at] != '"' && CellLength <= LongestCell)
            {
                CountLines(KeepUntil('"'));
            }

            if (_at == _filled || CellLength > LongestCell)
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

        Keep("\"");
        _at++;
        return true;
    }

    private void DropSpaces()
    {
        var length = _length;
        ReadToDelimiter();
        if (!_row.AsSpan(length, _length - length).IsWhiteSpace())
        {
            Flaw ??= new RowFlaw(Line, Count, "There is text behind a closing quotation mark", "Write a quotation mark inside a text twice");
        }

        _length = length;
    }

    private void ReadPlain()
    {
        var length = _length;
        ReadToDelimiter();
        if (_row.AsSpan(length, _length - length).TrimStart() is ['"', ..])
        {
            Flaw ??= new RowFlaw(Line, Count, "There is a space before an opening quotation mark", "Delete the space");
        }
    }

    private void ReadToDelimiter()
    {
        while (Fill() && !IsEnd(_buffer[_at]))
        {
            KeepUntil(delimiter, '\r', '\n');
            if (CellLength > LongestCell)
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
        Keep(kept);
        _at += kept.Length;
        return kept;
    }

    private void Keep(ReadOnlySpan<char> kept)
    {
        if (_length + kept.Length > _row.Length)
        {
            Array.Resize(ref _row, Math.Max(_row.Length * 2, _length + kept.Length));
        }

        kept.CopyTo(_row.AsSpan(_length));
        _length += kept.Length;
    }

    private void EndCell()
    {
        if (Count < MostColumns)
        {
            _ends[Count++] = _length;
            return;
        }

        _ends[MostColumns - 1] = _length;
        Flaw ??= new RowFlaw(Line, -1, $"The row has more than {MostColumns:N0} columns", "Check the delimiter");
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

/// <summary>Why a row cannot be read: on which line, in which cell (counted from 0; none when it is the whole row), and what would be right.</summary>
internal sealed record RowFlaw(long Line, int Cell, string Reason, string Cure);
