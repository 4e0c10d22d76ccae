using EngagementHub.Conversation.Comments;
using EngagementHub.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Moderation;

/// <summary>Tells the writer of a named comment what was decided. The writer of an anonymous one asks with the receipt code.</summary>
internal sealed class TellTheWriter(HubDb db, INotify notify) : IHandle<CommentDecided>
{
    public async Task HandleAsync(CommentDecided happened, CancellationToken cancellation)
    {
        var comment = happened.Comment;
        if (comment.Author is not { } author || happened.IsHistory || happened.Decision.Kind == DecisionKind.Held)
        {
            return;
        }

        var title = await db.Discussions.IgnoreAutoIncludes().Where(d => d.Id == comment.DiscussionId).Select(d => d.Title).SingleAsync(cancellation);
        var subject = $"Your comment #{comment.Number} on “{PlainText.Excerpt(title, 150)}” {Verb(happened.Decision.Kind)}";
        await notify.TellAsync(author, new Notice(subject, Text(happened), Link(comment, happened.Decision.Kind), "You wrote this comment"), cancellation);
    }

    private static string Verb(DecisionKind kind) => kind switch
    {
        DecisionKind.Approved => "is shown to readers",
        DecisionKind.Declined => "was declined",
        _ => "has words struck out",
    };

    private static string Text(CommentDecided happened) => happened.Decision switch
    {
        { Kind: DecisionKind.Approved } => "A moderator has read it and shows it to readers.",
        { Kind: DecisionKind.Declined, Suggestion: { } wording } => $"{Why(happened)} The moderator suggests: “{wording}” Your text is kept, so that you can change it and send it again.",
        { Kind: DecisionKind.Declined } => $"{Why(happened)} Your text is kept, so that you can change it and send it again.",
        _ => Why(happened),
    };

    private static string Why(CommentDecided happened) => $"Clause {happened.Clause}: {happened.Decision.Reason.TrimEnd('.')}.";

    private static string Link(Comment comment, DecisionKind kind) =>
        kind == DecisionKind.Declined ? $"/comments/write?on={comment.On}&from={comment.Id}" : comment.Url;
}
