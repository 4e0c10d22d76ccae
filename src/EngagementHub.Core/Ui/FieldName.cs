using System.Globalization;
using System.Text.RegularExpressions;

namespace EngagementHub.Core.Ui;

internal static partial class FieldName
{
    /// <summary>FirstDay becomes "First day".</summary>
    public static string InWords(string name)
    {
        var words = WordStart().Replace(name, " $0").ToLowerInvariant();
        return string.Concat(words[..1].ToUpper(CultureInfo.InvariantCulture), words[1..]);
    }

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex WordStart();
}
