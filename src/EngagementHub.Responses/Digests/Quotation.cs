using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using EngagementHub.Conversation;
using Microsoft.AspNetCore.Html;

namespace EngagementHub.Responses.Digests;

/// <summary>A comment quoted by reference, never copied: what is struck, taken back or declined is gone from every text that quotes it.</summary>
internal sealed partial class Quotation(IConversation conversation, PeopleAndPlaces places) : IPostEmbed
{
    public const string Gone = "This comment is no longer shown.";

    public string Name => "comment";

    /// <summary>The line that quotes the comment in a text.</summary>
    public static string Of(Guid comment) => $"[[comment:{comment}]]";

    public async Task<IHtmlContent?> RenderAsync(string argument, DateTimeOffset asOf, CancellationToken cancellation = default) =>
        Guid.TryParse(argument, out var comment) ? new HtmlString(await HtmlOfAsync(comment, cancellation)) : null;

    /// <summary>The same for a text that is not a post yet.</summary>
    public async Task<string> InAsync(string html, CancellationToken cancellation = default)
    {
        foreach (var line in Lines().Matches(html).Reverse())
        {
            html = html[..line.Index] + await HtmlOfAsync(Guid.Parse(line.Groups["comment"].Value), cancellation) + html[(line.Index + line.Length)..];
        }

        return html;
    }

    private async Task<string> HtmlOfAsync(Guid comment, CancellationToken cancellation) =>
        await conversation.FindAsync(comment, cancellation) is { Standing: CommentStanding.Published } quoted && await places.DescribeAsync(quoted.On, cancellation) is not null
            ? $"<blockquote>{quoted.Html}<p><a href=\"{HtmlEncoder.Default.Encode(quoted.Url)}\">#{quoted.Number} by {WebUtility.HtmlEncode(quoted.AuthorLabel)}</a></p></blockquote>"
            : $"<p>{Gone}</p>";

    [GeneratedRegex(@"<p>\[\[comment:(?<comment>[0-9a-f-]{36})\]\]</p>")]
    private static partial Regex Lines();
}
