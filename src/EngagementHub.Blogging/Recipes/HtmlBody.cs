using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace EngagementHub.Blogging.Recipes;

/// <summary>
/// The Markdown of what Orchard Core's HTML editor wrote. Only words, emphasis, headings, lists, quotations, code and links come through; every other
/// mark is left out, script and style with what is in them. What comes out is Markdown like anybody's, and is made safe when it is shown like anybody's.
/// </summary>
internal sealed partial class HtmlBody
{
    private static readonly HashSet<string> Silent =
        ["script", "style", "iframe", "object", "embed", "template", "noscript", "noembed", "noframes", "svg", "math", "head", "title", "textarea", "select", "button", "xmp", "plaintext"];

    private static readonly HashSet<string> Blocks = ["p", "div", "section", "article", "header", "footer", "figure", "figcaption", "main", "aside", "address", "table", "tr", "dl", "dt", "dd"];

    private readonly StringBuilder _text = new();
    private readonly List<(string Tag, int Number)> _lists = [];
    private readonly Stack<string?> _links = new();
    private int _quotes;
    private int _pre;
    private string? _silentUntil;

    /// <summary>The Markdown of the HTML.</summary>
    public static string ToMarkdown(string html) => new HtmlBody().Write(html);

    private string Write(string html)
    {
        var done = 0;
        foreach (Match tag in Tags().Matches(html))
        {
            Say(html[done..tag.Index]);
            done = tag.Index + tag.Length;
            if (tag.Groups["name"].Success)
            {
                Meet(tag.Groups["name"].Value.ToLowerInvariant(), tag.Groups["end"].Success, tag.Groups["rest"].Value);
            }
        }

        Say(html[done..]);
        return ManyLines().Replace(_text.ToString(), "\n\n").Trim();
    }

    private void Meet(string name, bool ends, string rest)
    {
        if (_silentUntil is not null || Silent.Contains(name))
        {
            _silentUntil = ends ? (name == _silentUntil ? null : _silentUntil) : _silentUntil ?? (rest.EndsWith('/') || name == "embed" ? null : name);
            return;
        }

        switch (name)
        {
            case "strong" or "b":
                _text.Append("**");
                break;
            case "em" or "i":
                _text.Append('*');
                break;
            case "code" when _pre == 0:
                _text.Append('`');
                break;
            case "br":
                NewLine(_pre > 0 ? "\n" : "\\\n");
                break;
            case "a":
                Link(ends, rest);
                break;
            default:
                MeetBlock(name, ends);
                break;
        }
    }

    private void MeetBlock(string name, bool ends)
    {
        switch (name)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                NewBlock(ends ? "" : new string('#', name[1] - '0') + " ");
                break;
            case "ul" or "ol":
                List(name, ends);
                break;
            case "li":
                Element(ends);
                break;
            case "blockquote":
                _quotes = Math.Clamp(_quotes + (ends ? -1 : 1), 0, 5);
                NewBlock("");
                break;
            case "pre":
                _pre = ends ? 0 : 1;
                NewBlock("");
                break;
            case "hr":
                NewBlock("---");
                NewBlock("");
                break;
            case "td" or "th" when ends:
                _text.Append(' ');
                break;
            case var _ when Blocks.Contains(name):
                NewBlock("");
                break;
        }
    }

    private void Link(bool ends, string rest)
    {
        if (!ends)
        {
            var url = Href().Match(rest) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups["url"].Value).Trim() : null;
            url = url is not null && IsPlain(url) ? url.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal) : null;
            _links.Push(url);
            _text.Append(url is null ? "" : "[");
        }
        else if (_links.TryPop(out var url) && url is not null)
        {
            _text.Append("](<").Append(url).Append(">)");
        }
    }

    private static bool IsPlain(string url) => !url.Any(char.IsControl) && !url.Contains('\\', StringComparison.Ordinal)
        && (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            || (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal)));

    private void List(string name, bool ends)
    {
        if (!ends && _lists.Count < 10)
        {
            _lists.Add((name, 0));
        }
        else if (ends && _lists.Count > 0)
        {
            _lists.RemoveAt(_lists.Count - 1);
        }

        NewBlock("");
    }

    private void Element(bool ends)
    {
        if (ends || _lists.Count == 0)
        {
            NewLine("\n");
            return;
        }

        var (tag, number) = _lists[^1];
        _lists[^1] = (tag, number + 1);
        NewLine("\n");
        _text.Append(new string(' ', 3 * (_lists.Count - 1))).Append(tag == "ol" ? $"{number + 1}. " : "- ");
    }

    private void NewBlock(string begins)
    {
        NewLine("\n");
        NewLine("\n");
        _text.Append(begins);
    }

    private void NewLine(string end)
    {
        while (_text.Length > 0 && _text[^1] == ' ')
        {
            _text.Length--;
        }

        _text.Append(end).Append(string.Concat(Enumerable.Repeat("> ", _quotes))).Append(_pre > 0 ? "    " : "");
    }

    private void Say(string html)
    {
        if (_silentUntil is not null)
        {
            return;
        }

        var words = WebUtility.HtmlDecode(html).ReplaceLineEndings("\n");
        if (_pre > 0)
        {
            _text.Append(words.Trim('\n').Replace("\n", "\n" + string.Concat(Enumerable.Repeat("> ", _quotes)) + "    ", StringComparison.Ordinal));
            return;
        }

        words = Spaces().Replace(words, " ");
        words = _text.Length == 0 || char.IsWhiteSpace(_text[^1]) ? words.TrimStart() : words;
        _text.Append(LineStart().Replace(Marks().Replace(words, @"\$0"), @"$1\$2"));
    }

    // A tag, a comment, a declaration; a quoted > does not end one. What is not closed is text.
    [GeneratedRegex("""<!--.*?(?:-->|$)|<[!?][^>]*>|<(?<end>/)?(?<name>[a-zA-Z][a-zA-Z0-9-]*)(?<rest>(?:"[^"]*"|'[^']*'|[^>"'])*)>""", RegexOptions.Singleline, 2000)]
    private static partial Regex Tags();

    [GeneratedRegex("""(?:^|\s)href\s*=\s*(?:"(?<url>[^"]*)"|'(?<url>[^']*)'|(?<url>[^\s"'>]+))""", RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Href();

    [GeneratedRegex(@"[\\`*_\[\]<>&#|~!]")]
    private static partial Regex Marks();

    // What would begin a list at the beginning of a line.
    [GeneratedRegex(@"^(\s*\d*)([-+.)=])")]
    private static partial Regex LineStart();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n(?:[> ]*\n){2,}")]
    private static partial Regex ManyLines();
}
