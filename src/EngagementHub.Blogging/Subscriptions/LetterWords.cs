using System.Net;
using System.Text;

namespace EngagementHub.Blogging.Subscriptions;

/// <summary>The same words twice: as plain text, and as HTML that every mail programme and screen reader understands.</summary>
internal sealed class LetterWords(string subject, string heading)
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _html = new();

    public string Subject => subject;

    public string Text => _text.ToString().Trim() + "\n";

    public string Html => $"""
        <!DOCTYPE html>
        <html lang="en-GB">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encode(subject)}</title></head>
        <body style="font-family:Arial,sans-serif;font-size:17px;line-height:1.5;max-width:38em;margin:0 auto;padding:1em">
        <h1 style="font-size:1em">{Encode(heading)}</h1>
        {_html}</body>
        </html>

        """;

    public LetterWords Heading(string words, string? url)
    {
        _text.Append('\n').Append(words).Append('\n');
        _html.Append("<h2 style=\"font-size:1.3em\">").Append(url is null ? Encode(words) : Anchor(words, url)).Append("</h2>\n");
        return this;
    }

    /// <summary>A paragraph; nothing where there are no words.</summary>
    public LetterWords Paragraph(string words)
    {
        if (!string.IsNullOrWhiteSpace(words))
        {
            _text.Append(words).Append("\n\n");
            _html.Append("<p>").Append(Encode(words)).Append("</p>\n");
        }

        return this;
    }

    public LetterWords Link(string words, string url)
    {
        _text.Append(words).Append(": ").Append(url).Append("\n\n");
        _html.Append("<p>").Append(Anchor(words, url)).Append("</p>\n");
        return this;
    }

    public LetterWords Rule()
    {
        _text.Append("-- \n");
        _html.Append("<hr>\n");
        return this;
    }

    private static string Anchor(string words, string url) => $"<a href=\"{Encode(url)}\">{Encode(words)}</a>";

    private static string Encode(string words) => WebUtility.HtmlEncode(words);
}
