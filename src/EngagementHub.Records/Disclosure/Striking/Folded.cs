using System.Globalization;
using System.Text;

namespace EngagementHub.Records.Disclosure.Striking;

/// <summary>A text as it is compared: small letters without accents, marks that nobody sees left out, spaces folded. Each letter knows where it stands in the text.</summary>
internal sealed class Folded
{
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];

    private Folded(string text) => Text = Fold(text);

    public string Text { get; }

    public static Folded Of(string text) => new(text);

    /// <summary>Where a stretch of the folded text stands in the text itself.</summary>
    public (int Start, int End) Place(int start, int length) => (_starts[start], _ends[start + length - 1]);

    private string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var place = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            foreach (var letter in LettersOf(rune))
            {
                Add(folded, letter, place, place + rune.Utf16SequenceLength);
            }

            place += rune.Utf16SequenceLength;
        }

        return folded.ToString();
    }

    private void Add(StringBuilder folded, char letter, int start, int end)
    {
        if (letter == ' ' && folded.Length > 0 && folded[^1] == ' ')
        {
            _ends[^1] = end;
            return;
        }

        folded.Append(letter);
        _starts.Add(start);
        _ends.Add(end);
    }

    // Wide and accented letters as plain ones; a soft hyphen or a space of no width inside a name hides nothing.
    private static string LettersOf(Rune rune)
    {
        if (Rune.IsWhiteSpace(rune))
        {
            return " ";
        }

        var letters = new StringBuilder();
        var text = rune.ToString();
        foreach (var c in char.IsSurrogate(text[0]) && !text.IsNormalized(NormalizationForm.FormKD) || !char.IsSurrogate(text[0]) ? text.Normalize(NormalizationForm.FormKD) : text)
        {
            letters.Append(CharUnicodeInfo.GetUnicodeCategory(c) switch
            {
                UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control => "",
                UnicodeCategory.DashPunctuation => "-",
                _ => c is '\u2018' or '\u2019' or '\u02BC' ? "'" : char.ToLowerInvariant(c).ToString(),
            });
        }

        return letters.ToString();
    }
}
