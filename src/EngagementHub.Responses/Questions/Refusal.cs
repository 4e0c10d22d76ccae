using System.Text.RegularExpressions;

namespace EngagementHub.Responses.Questions;

/// <summary>"We will not, because …": the reason as the rest of one sentence, however it was typed.</summary>
internal static partial class Refusal
{
    private const string Opening = "We will not, because";

    public static string Sentence(string reason) => $"{Opening} {Continued(reason)}";

    /// <summary>The same as Markdown. A reason that begins with a list, a heading or a quotation stands under the opening.</summary>
    public static string Markdown(string reason) => char.IsLetterOrDigit(reason.TrimStart().FirstOrDefault()) && !Listed().IsMatch(reason)
        ? $"**{Opening}** {Continued(reason)}"
        : $"**{Opening}:**\n\n{reason}";

    // Only words that are never names lose their capital.
    private static string Continued(string reason)
    {
        var rest = Because().Replace(reason.TrimStart(), "");
        return rest.Length > 0 && Openers().IsMatch(rest) ? char.ToLowerInvariant(rest[0]) + rest[1..] : rest;
    }

    [GeneratedRegex(@"^because\b[\s,:]*", RegexOptions.IgnoreCase)]
    private static partial Regex Because();

    [GeneratedRegex(@"^(A|All|An|And|Any|As|At|Both|By|Each|Even|Every|For|From|He|Her|His|If|In|It|Its|Many|Most|No|Nobody|None|Not|Of|On|One|Only|Our|Several|She|So|Some|Such|That|The|Their|There|These|They|This|Those|To|Too|Two|Until|We|What|When|While|With|Without|You|Your)\b")]
    private static partial Regex Openers();

    [GeneratedRegex(@"^\s*\d+[.)]\s")]
    private static partial Regex Listed();
}
