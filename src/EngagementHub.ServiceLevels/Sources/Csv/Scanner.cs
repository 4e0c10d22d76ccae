namespace EngagementHub.ServiceLevels.Sources.Csv;

/// <summary>Goes through a short text from left to right.</summary>
internal ref struct Scanner(ReadOnlySpan<char> text)
{
    private const int LongestNumber = 9;
    private ReadOnlySpan<char> _rest = text.Trim();

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public bool Number(out int number, out int digits)
    {
        (number, digits) = (0, 0);
        while (digits < _rest.Length && char.IsAsciiDigit(_rest[digits]))
        {
            if (digits == LongestNumber)
            {
                return false;
            }

            number = (number * 10) + _rest[digits++] - '0';
        }

        _rest = _rest[digits..];
        return digits > 0;
    }

    /// <summary>The part of a second behind its point, in ticks; what is finer is cut off.</summary>
    public bool Fraction(out long ticks)
    {
        (ticks, var digits) = (0L, 0);
        for (; digits < _rest.Length && char.IsAsciiDigit(_rest[digits]); digits++)
        {
            ticks = digits < 7 ? (ticks * 10) + _rest[digits] - '0' : ticks;
        }

        for (var more = digits; more < 7; more++)
        {
            ticks *= 10;
        }

        _rest = _rest[digits..];
        return digits > 0;
    }

    public string? Word()
    {
        var length = 0;
        while (length < _rest.Length && char.IsAsciiLetter(_rest[length]))
        {
            length++;
        }

        var word = length == 0 ? null : _rest[..length].ToString();
        _rest = _rest[length..];
        return word;
    }

    public char? OneOf(string characters)
    {
        if (_rest.IsEmpty)
        {
            return null;
        }

        // Programs put a space that does not break, also a narrow one, between date, time and am or pm.
        var found = _rest[0] is '\u00A0' or '\u202F' ? ' ' : _rest[0];
        if (!characters.Contains(found, StringComparison.Ordinal))
        {
            return null;
        }

        _rest = _rest[1..];
        return found;
    }

    public bool SkipOneOf(string characters) => OneOf(characters) is not null;

    public void Spaces() => _rest = _rest.TrimStart();
}
