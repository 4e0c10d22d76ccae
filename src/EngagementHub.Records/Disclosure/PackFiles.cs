using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EngagementHub.Core.Time;

namespace EngagementHub.Records.Disclosure;

/// <summary>A release as files: one page that needs nothing beside it, and the same as data.</summary>
internal static class PackFiles
{
    private const string Style = """
        body{font:1.05rem/1.5 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#141616;overflow-wrap:break-word}
        h1,h2,h3,table,.meta{font-family:system-ui,sans-serif}h2{margin-top:3rem;border-bottom:2px solid}h3{margin-bottom:.2rem}
        .meta{color:#484d4e;margin:.2rem 0}.text{white-space:pre-line}mark{background:#141616;color:#fff;padding:0 .3em}
        .scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.9rem}th,td{border:1px solid #888;padding:.3rem .5rem;text-align:left;vertical-align:top}
        @media print{mark{background:none;color:inherit;border:1px solid}}
        """;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Json(Pack pack) => JsonSerializer.Serialize(
        new
        {
            format = "engagementhub.disclosure/1",
            pack.Title,
            pack.Of,
            madeOn = Iso(pack.MadeOn),
            pack.Rules,
            chapters = pack.Chapters.Select(c => new
            {
                c.Title,
                items = c.Items.Select(i => new { i.Title, day = i.Day is { } day ? Iso(day) : null, i.People, i.Words }),
            }),
            pack.Struck,
        },
        Options);

    public static string HashOf(Pack pack) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json(pack))));

    public static string Html(Pack pack)
    {
        var html = new StringBuilder($"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{Safe(pack.Title)}: {Safe(pack.Of)}</title><style>{Style}</style></head><body>
            <h1>{Safe(pack.Of)}</h1><p class="meta">{Safe(pack.Title)} · released {Say.ShortDay(pack.MadeOn)}</p>
            <h2>How this release was made</h2><ul>
            """);
        pack.Rules.ToList().ForEach(rule => html.Append("<li>").Append(Safe(rule)).Append("</li>"));
        html.Append("</ul>");
        foreach (var chapter in pack.Chapters)
        {
            html.Append("<h2>").Append(Safe(chapter.Title)).Append("</h2>");
            chapter.Items.ToList().ForEach(item => Write(html, item));
        }

        return Log(html, pack).Append("</body></html>\n").ToString();
    }

    private static void Write(StringBuilder html, PackItem item)
    {
        html.Append("<section><h3>").Append(Marked(item.Title)).Append("</h3>");
        if (item.Day is { } day)
        {
            html.Append("<p class=\"meta\">").Append(Say.ShortDay(day)).Append("</p>");
        }

        item.People.ToList().ForEach(p => html.Append("<p class=\"meta\">").Append(Safe(p.Part)).Append(": ").Append(Marked(p.Who)).Append("</p>"));
        foreach (var words in item.Words)
        {
            html.Append(words.Label.Length == 0 ? "" : $"<p class=\"meta\"><strong>{Marked(words.Label)}</strong></p>").Append("<p class=\"text\">").Append(Marked(words.Text)).Append("</p>");
        }

        html.Append("</section>\n");
    }

    private static StringBuilder Log(StringBuilder html, Pack pack)
    {
        html.Append("<h2>What was struck</h2>");
        if (pack.Struck.Count == 0)
        {
            return html.Append("<p>Nothing was struck.</p>");
        }

        html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"What was struck\"><table><thead><tr><th scope=\"col\">Where</th><th scope=\"col\">What</th><th scope=\"col\">Exemption</th><th scope=\"col\">Why</th><th scope=\"col\">Times</th></tr></thead><tbody>");
        foreach (var line in pack.Struck)
        {
            html.Append("<tr>").AppendJoin("", ((string[])[line.Place, line.What, line.Exemption, line.Reason, line.Count.ToString(CultureInfo.InvariantCulture)]).Select(cell => $"<td>{Marked(cell)}</td>")).Append("</tr>");
        }

        return html.Append("</tbody></table></div>");
    }

    // What is struck is black and is said in words: colour alone would be lost in print and to a screen reader.
    private static string Marked(string text)
    {
        var safe = Safe(text);
        return System.Text.RegularExpressions.Regex.Replace(safe, @"\[struck: [^\]]*\]", m => $"<mark>{m.Value}</mark>", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
