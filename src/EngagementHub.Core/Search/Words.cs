using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace EngagementHub.Core.Search;

/// <summary>A word of a text, where it stands, and the stem it is indexed under.</summary>
internal readonly record struct Word(int Start, int Length, string Stem);

/// <summary>The one way in which texts and questions are read as words: both databases index what this says, so both find the same.</summary>
internal static class Words
{
    /// <summary>What stands behind this in a text is not indexed.</summary>
    public const int LongestText = 400_000;

    private const int LongestStem = 64;
    private const int MostRemembered = 50_000;
    private static readonly ConcurrentDictionary<string, string> Remembered = new();

    /// <summary>The text as stems between spaces: letters and digits of ASCII only, each word beginning with a letter.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(Math.Min(text.Length, LongestText));
        foreach (var word in In(text.Length <= LongestText ? text : text[..LongestText]))
        {
            folded.Append(folded.Length == 0 ? "" : " ").Append(word.Stem);
        }

        return folded.ToString();
    }

    public static IEnumerable<Word> In(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = EndOfWord(text, at);
            if (end == at)
            {
                at++;
                continue;
            }

            if (StemOf(text.AsSpan(at, end - at)) is { Length: > 0 } stem)
            {
                yield return new(at, end - at, stem);
            }

            at = end;
        }
    }

    private static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && Rune.TryGetRuneAt(text, end, out var rune) && (IsLetter(rune) || (end > start && IsInside(text, end, rune))))
        {
            end += rune.Utf16SequenceLength;
        }

        return end;
    }

    private static bool IsLetter(Rune rune) => Rune.IsLetterOrDigit(rune);

    // Accents typed on their own and joiners that nobody sees belong to the word they stand in; an apostrophe when a letter follows.
    private static bool IsInside(string text, int at, Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format
        || (rune.Value is '\'' or '’' && at + 1 < text.Length && Rune.TryGetRuneAt(text, at + 1, out var next) && Rune.IsLetter(next));

    private static string StemOf(ReadOnlySpan<char> word)
    {
        var remembered = Remembered.GetAlternateLookup<ReadOnlySpan<char>>();
        if (remembered.TryGetValue(word, out var known))
        {
            return known;
        }

        var stem = Stemmed(Letters(word.ToString()));
        if (Remembered.Count >= MostRemembered)
        {
            Remembered.Clear();
        }

        return word.Length > LongestStem ? stem : Remembered[word.ToString()] = stem;
    }

    private static string Stemmed(string letters)
    {
        var stem = letters.Length == 0 ? ""
            : letters.Any(c => !char.IsAscii(c)) ? "x" + string.Concat(letters.Take(LongestStem / 4).Select(c => ((int)c).ToString("x4", CultureInfo.InvariantCulture)))
            : char.IsAsciiDigit(letters[0]) ? "n" + letters
            : letters.Any(char.IsAsciiDigit) ? letters
            : Porter.Stem(British.Spelling(letters));
        return stem.Length <= LongestStem ? stem : stem[..LongestStem];
    }

    private static string Letters(string word)
    {
        var bare = word.Replace('’', '\'');
        bare = bare.EndsWith("'s", StringComparison.OrdinalIgnoreCase) ? bare[..^2] : bare;
        var letters = new StringBuilder(bare.Length);
        foreach (var rune in bare.Normalize(NormalizationForm.FormKD).EnumerateRunes().Where(Rune.IsLetterOrDigit))
        {
            letters.Append(Rune.ToLowerInvariant(rune).Value switch
            {
                'æ' => "ae",
                'œ' => "oe",
                'ø' => "o",
                'ß' => "ss",
                'ł' => "l",
                'đ' or 'ð' => "d",
                'þ' => "th",
                'ı' => "i",
                _ => Rune.ToLowerInvariant(rune).ToString(),
            });
        }

        return letters.ToString();
    }
}
