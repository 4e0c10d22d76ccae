using System.Text.RegularExpressions;

namespace EngagementHub.Responses.Digests;

/// <summary>Words that were typed as plain text, so written that Markdown leaves them as they are.</summary>
internal static partial class Plain
{
    public static string Markdown(string text) => Marks().Replace(text.ReplaceLineEndings(" "), @"\$0");

    [GeneratedRegex(@"[\\`*_\[\]<>#|!~]")]
    private static partial Regex Marks();
}
