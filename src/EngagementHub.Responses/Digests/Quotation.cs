using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using EngagementHub.Conversation;
using Microsoft.AspNetCore.Html;

namespace EngagementHub.Responses.Digests;

/// <summary>A comment quoted by reference, never copied: what is struck, taken back or declined is gone from every text that quotes it.</summary>
internal sealed partial class Quotation(IConversation conversation, PeopleAndPlaces places, SmallThemes small) : IPostEmbed
{
    public const string Gone = "This comment is no longer shown.";

    public string Name => "comment";

    /// <summary>The line that quotes the comment in a text, as one of a theme.</summary>
    public static string Of(Guid comment, Guid theme) => $"[[comment:{comment}/{theme}]]";

    public async Task<IHtmlContent?> RenderAsync(string argument, DateTimeOffset asOf, CancellationToken cancellation = default) =>
        Argument().Match(argument) is { Success: true } of ? new HtmlString(await HtmlOfAsync(of, cancellation)) : null;

    /// <summary>The same for a text that is not a post yet.</summary>
    public async Task<string> InAsync(string html, CancellationToken cancellation = default)
    {
        foreach (var line in Lines().Matches(html).Reverse())
        {
            html = html[..line.Index] + await HtmlOfAsync(line, cancellation) + html[(line.Index + line.Length)..];
        }

        return html;
    }

    private async Task<string> HtmlOfAsync(Match line, CancellationToken cancellation) =>
        await conversation.FindAsync(Guid.Parse(line.Groups["comment"].Value), cancellation) is { Standing: CommentStanding.Published } quoted
        && await places.DescribeAsync(quoted.On, cancellation) is not null
        && (quoted.Author is not null || !Guid.TryParse(line.Groups["theme"].Value, out var theme) || !await small.IsAsync(theme, cancellation))
            ? $"<blockquote>{quoted.Html}<p><a href=\"{HtmlEncoder.Default.Encode(quoted.Url)}\">#{quoted.Number} by {WebUtility.HtmlEncode(quoted.AuthorLabel)}</a></p></blockquote>"
            : $"<p>{Gone}</p>";

    [GeneratedRegex(@"<p>\[\[comment:(?<comment>[0-9a-f-]{36})(/(?<theme>[0-9a-f-]{36}))?\]\]</p>")]
    private static partial Regex Lines();

    [GeneratedRegex("^(?<comment>[0-9a-f-]{36})(/(?<theme>[0-9a-f-]{36}))?$")]
    private static partial Regex Argument();
}
