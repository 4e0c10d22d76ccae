using System.Buffers;

namespace EngagementHub.Core.Ui;

/// <summary>What somebody typed into a field, as pages get it.</summary>
public static class TypedText
{
    // What a keyboard of letters writes on one line needs no second look.
    private static readonly SearchValues<char> Plainest = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c), '\t']);

    /// <summary>Line breaks count once: browsers send two characters for what the page counted as one. Nothing but blanks is nothing, unless that is kept.</summary>
    public static string? Of(string typed, bool keepsBlanks = false)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return string.IsNullOrWhiteSpace(typed) && !keepsBlanks ? null
            : typed.AsSpan().ContainsAnyExcept(Plainest) ? Printable(typed.ReplaceLineEndings("\n"))
            : typed;
    }

    // Word pastes vertical tabs and the like; feeds cannot hold them, and PostgreSQL holds no NUL.
    private static string Printable(string typed) =>
        typed.Any(IsStray) ? string.Concat(typed.Where(c => !IsStray(c))) : typed;

    private static bool IsStray(char typed) => char.IsControl(typed) && typed is not ('\n' or '\t');
}
