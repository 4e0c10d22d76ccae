using System.Net;
using System.Text.RegularExpressions;

namespace EngagementHub.Core.Text;

/// <summary>Our own safe HTML as plain words with its paragraphs, for what leaves without any markup in which something could hide.</summary>
public static partial class PlainBlocks
{
    /// <summary>The words of a post's Markdown.</summary>
    public static string OfPost(string markdown) => From(PostText.ToHtml(markdown));

    /// <summary>The words of a comment's Markdown.</summary>
    public static string OfComment(string markdown) => From(CommentText.ToHtml(markdown));

    /// <summary>The words of HTML that the hub made itself. A picture leaves its description.</summary>
    public static string From(string html)
    {
        var pictured = Pictures().Replace(html, m => $"[picture: {m.Groups[1].Value}]");
        var lines = Blocks().Replace(Cells().Replace(pictured, " | "), "\n\n");
        var words = WebUtility.HtmlDecode(Tags().Replace(Breaks().Replace(lines, "\n"), ""));
        return Gaps().Replace(Spaces().Replace(words, " "), "\n\n").Trim();
    }

    [GeneratedRegex("<img[^>]*?alt=\"([^\"]*)\"[^>]*>")]
    private static partial Regex Pictures();

    [GeneratedRegex("</t[dh]>")]
    private static partial Regex Cells();

    [GeneratedRegex("</(p|h[1-6]|li|blockquote|tr|pre|ul|ol|div|table)>")]
    private static partial Regex Blocks();

    [GeneratedRegex("<br ?/?>")]
    private static partial Regex Breaks();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"[^\S\n]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@" ?\n ?(\n ?)+")]
    private static partial Regex Gaps();
}
