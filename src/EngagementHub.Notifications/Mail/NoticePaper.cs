using System.Net;
using System.Text;

namespace EngagementHub.Notifications.Mail;

/// <summary>A notice's plain text as a small HTML document: the same words, with links that can be followed.</summary>
internal static class NoticePaper
{
    public static string Html(string text, string site)
    {
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"></head><body style=\"font-family:Arial,sans-serif;font-size:16px;line-height:1.5;color:#141616;max-width:40em\">");
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Append("<p>").AppendJoin("<br>", paragraph.Split('\n').Select(line => string.Join(' ', line.Split(' ').Select(word => Linked(word, site))))).Append("</p>");
        }

        return html.Append("</body></html>").ToString();
    }

    // Only addresses of the hub itself become links: what somebody typed into a notice stays words.
    private static string Linked(string word, string site)
    {
        var safe = WebUtility.HtmlEncode(word);
        return site.Length > 0 && word.StartsWith(site + "/", StringComparison.Ordinal) ? $"<a href=\"{safe}\">{safe}</a>" : safe;
    }
}
