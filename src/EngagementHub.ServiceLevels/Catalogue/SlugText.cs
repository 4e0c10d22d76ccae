using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EngagementHub.ServiceLevels.Catalogue;

/// <summary>The short name of a thing in addresses: small letters, digits and hyphens.</summary>
internal static partial class SlugText
{
    private const int Longest = 80;

    public static string Checked(string slug, string field) => slug.Length <= Longest && Shape().IsMatch(slug)
        ? slug
        : throw new BrokenRuleException("Use only small letters, digits and hyphens in the short name, 80 at most, for example new-account", field);

    public static string From(string name)
    {
        var letters = name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        var slug = Gaps().Replace(string.Concat(letters).ToLowerInvariant(), "-").Trim('-');
        return slug.Length > 60 ? slug[..60].Trim('-') : slug;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Shape();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Gaps();
}
