using System.Net;
using System.Text;

namespace EngagementHub.Conversation.Moderation;

/// <summary>A comment as typed, with what the rules found marked in it.</summary>
internal static class MarkedText
{
    public static string Html(string text, IEnumerable<HeldSpan> spans)
    {
        var html = new StringBuilder("<p>");
        var done = 0;
        foreach (var span in spans.Where(s => s.Start >= 0))
        {
            if (span.Start < done)
            {
                continue;
            }

            html.Append(Encoded(text[done..span.Start])).Append("<mark>").Append(Encoded(text.Substring(span.Start, span.Length))).Append("</mark>");
            done = span.Start + span.Length;
        }

        return html.Append(Encoded(text[done..])).Append("</p>").ToString();
    }

    private static string Encoded(string text) =>
        WebUtility.HtmlEncode(text).Replace("\n\n", "</p><p>", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal);
}
