namespace EngagementHub.Conversation.Moderation;

/// <summary>All that a comment's place in the queue is drawn from. What one moderator may not decide, holds or is told stands in it too, so places that are equal look the same, whoever looks.</summary>
internal sealed record QueueRow(Guid Id, int Version, string Html, string? WhyNot)
{
    public required (int Number, string Author, DateOnly Day, CommentStanding Standing) Comment { get; init; }

    public required (Guid Id, string Title, string Url) Discussion { get; init; }

    /// <summary>The rules that hold it by what still stands in it, one a line.</summary>
    public required string HeldBy { get; init; }

    /// <summary>The rules that held it by words that have been struck since, one a line.</summary>
    public required string HeldBefore { get; init; }

    public required string About { get; init; }

    public string? ClaimSays { get; init; }

    public bool IsMine { get; init; }

    public bool IsLate { get; init; }

    public string? Opinions { get; init; }

    public required DateOnly Today { get; init; }

    public required int PageNumber { get; init; }

    /// <summary>The comment to go on with.</summary>
    public Guid? Next { get; init; }

    public bool IsShown => Comment.Standing == CommentStanding.Published;

    public bool MayBeClaimed => IsMine || (ClaimSays is null && WhyNot is null);

    public static QueueRow Of(QueueItem item, Queue queue, Guid? next, DateOnly today)
    {
        var (comment, discussion) = (item.Comment, item.Discussion);
        return new QueueRow(comment.Id, comment.Version, item.Html, item.WhyNot)
        {
            Comment = (comment.Number, comment.AuthorLabel, comment.Day, comment.Standing),
            Discussion = (discussion.Id, discussion.Title, discussion.Url),
            HeldBy = string.Join('\n', item.StillFound),
            HeldBefore = string.Join('\n', comment.HeldBy.Distinct().Except(item.StillFound)),
            About = item.About,
            ClaimSays = item.ClaimSays,
            IsMine = item.IsMine,
            IsLate = item.IsLate,
            Opinions = item.Opinions,
            Today = today,
            PageNumber = queue.PageNumber,
            Next = next,
        };
    }
}
