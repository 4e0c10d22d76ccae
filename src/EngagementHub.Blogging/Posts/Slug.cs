using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EngagementHub.Blogging.Posts;

/// <summary>The last part of an address, made from words.</summary>
internal static partial class Slug
{
    public const int MaxLength = 80;

    public static string From(string words)
    {
        var plain = string.Concat(words.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
        var slug = Between().Replace(Apostrophes().Replace(plain.ToLowerInvariant(), ""), "-").Trim('-');
        slug = slug.Length <= MaxLength ? slug : slug[..MaxLength].TrimEnd('-');
        return slug.Length == 0 ? "post" : slug;
    }

    [GeneratedRegex("['’]")]
    private static partial Regex Apostrophes();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Between();
}
