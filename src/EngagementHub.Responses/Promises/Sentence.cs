using System.Text.RegularExpressions;
using EngagementHub.Core.Text;

namespace EngagementHub.Responses.Promises;

/// <summary>Compares sentences by their words: marks, quotation signs, spaces and capitals do not make another sentence.</summary>
internal static partial class Sentence
{
    public static bool StandsIn(string text, string sentence) => Words(text).Contains(Words(sentence), StringComparison.Ordinal);

    public static bool IsTheSame(string one, string other) => Words(one) == Words(other);

    private static string Words(string text) => $" {NotWords().Replace(PlainText.From(text).ToLowerInvariant(), " ").Trim()} ";

    [GeneratedRegex(@"[^\p{L}\p{N}%£]+")]
    private static partial Regex NotWords();
}
