using System.Globalization;
using System.Text.RegularExpressions;
using EngagementHub.Conversation.Comments;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Moderation;

/// <summary>How a moderator points at a comment: by its permanent link, by the address it has on its page, or by discussion and number.</summary>
internal static partial class CommentAddress
{
    public static async Task<Comment?> FindAsync(HubDb db, string link)
    {
        var comments = db.Comments.AsNoTracking();
        if (Permanent().Match(link) is { Success: true } permanent)
        {
            var id = Guid.Parse(permanent.Groups[1].ValueSpan);
            return await comments.FirstOrDefaultAsync(c => c.Id == id);
        }

        if (OnItsPage().Match(link) is not { Success: true } place)
        {
            return null;
        }

        var (url, number) = (place.Groups[1].Value, int.Parse(place.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
        var discussions = await db.Discussions.IgnoreAutoIncludes().Where(d => d.Url == url).Select(d => d.Id).ToListAsync();
        return await comments.FirstOrDefaultAsync(c => discussions.Contains(c.DiscussionId) && c.Number == number);
    }

    /// <summary>"Comment #3 on Pay and people", for those who are told of it.</summary>
    public static Task<string> SayWhichAsync(this HubDb db, Guid comment, CancellationToken cancellation)
    {
        var discussions = db.Discussions.IgnoreAutoIncludes();
        return db.Comments.Where(c => c.Id == comment).Join(discussions, c => c.DiscussionId, d => d.Id, (c, d) => $"Comment #{c.Number} on {d.Title}").FirstAsync(cancellation);
    }

    public static Task<Comment?> FindAsync(HubDb db, Guid discussion, int number) =>
        db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.DiscussionId == discussion && c.Number == number);

    [GeneratedRegex("/comments/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})")]
    private static partial Regex Permanent();

    [GeneratedRegex("^\\s*(?:https?://[^/]+)?(/[^#]*)#comment-([0-9]{1,9})\\s*$")]
    private static partial Regex OnItsPage();
}
