using EngagementHub.Conversation;

namespace EngagementHub.Tests.Responses;

/// <summary>Comments as the conversation tells of them.</summary>
internal static class Comments
{
    public static SubjectRef Period { get; } = new("blogging.period", StableId.From("hr-2007"));

    public static SubjectRef Post { get; } = new("blogging.post", StableId.From("hr-post-1"));

    public static ReceivedComment Received(int number, CommentStanding standing = CommentStanding.Published, StaffId? author = null) => new(
        StableId.From($"c{number}"), Post, number, author is null ? "Anonymous" : "Tom Taylor, Caseworker", author, $"<p>Words {number}</p>", $"Words {number}",
        standing, new DateOnly(2007, 4, 20), $"/blog/hr#comment-{number}", standing == CommentStanding.Declined ? "3 Personal cases" : null);

    public static List<ReceivedComment> Several(int count) => [.. Enumerable.Range(1, count).Select(n => Received(n))];
}
