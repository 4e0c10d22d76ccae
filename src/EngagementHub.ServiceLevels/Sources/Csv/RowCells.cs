namespace EngagementHub.ServiceLevels.Sources.Csv;

/// <summary>The cells of one row, end to end in one stretch of memory that the next row uses again.</summary>
internal sealed class RowCells
{
    public const int Most = 16_384;

    private readonly int[] _ends = new int[Most];
    private char[] _text = new char[4096];

    public int Count { get; private set; }

    /// <summary>How many characters the row has so far.</summary>
    public int Length { get; private set; }

    /// <summary>How many of them belong to the cell that is not ended yet.</summary>
    public int LastLength => Length - Start(Count);

    public bool AreBlank
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

            return true;
        }
    }

    public ReadOnlySpan<char> this[int column] => _text.AsSpan(Start(column), _ends[column] - Start(column));

    public ReadOnlySpan<char> Since(int length) => _text.AsSpan(length, Length - length);

    public void Clear() => (Count, Length) = (0, 0);

    public void Keep(ReadOnlySpan<char> text)
    {
        if (Length + text.Length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, Length + text.Length));
        }

        text.CopyTo(_text.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>Takes back what was kept beyond that length.</summary>
    public void Drop(int length) => Length = length;

    /// <summary>Ends a cell; false when the row has too many, and the last one swallows it.</summary>
    public bool End()
    {
        var fits = Count < Most;
        _ends[fits ? Count++ : Most - 1] = Length;
        return fits;
    }

    public string[] ToArray()
    {
        var cells = new string[Count];
        for (var column = 0; column < Count; column++)
        {
            cells[column] = this[column].ToString();
        }

        return cells;
    }

    private int Start(int column) => column == 0 ? 0 : _ends[column - 1];
}
