using EngagementHub.Conversation;
using EngagementHub.Core.Text;
using EngagementHub.Responses.Boards;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Questions;

/// <summary>Tells the writer of a named comment that came late that its theme has an answer already.</summary>
internal sealed class SortedNotices(HubDb db, IConversation conversation, INotify notify) : IHandle<CommentSorted>
{
    // Hundreds may be sorted in one save, into few themes.
    private readonly Dictionary<Guid, Question?> _answered = [];

    public async Task HandleAsync(CommentSorted happened, CancellationToken cancellation)
    {
        // A comment that goes from one theme to another, as when themes are merged, is no news to its writer.
        if (happened.From is { Chosen: Disposition.InTheme } || happened.To.Themes is not { Count: > 0 } themes || await AnsweredAsync(themes[0], cancellation) is not { } question)
        {
            return;
        }

        if (await conversation.FindAsync(happened.Comment, cancellation) is { Author: { } author, Standing: CommentStanding.Published } comment && author != happened.By)
        {
            await notify.TellAsync(author, new Notice(
                "Your comment is under a theme that is answered", $"#{comment.Number}: \"{PlainText.Excerpt(comment.Text, 120)}\" was read. See whether the answer to \"{question.Wording}\" answers it.",
                $"/responses/themes/{question.Theme}#question-{question.Id}", "You commented by name")
            { Kind = ResponsesModule.AnswerNews }, cancellation);
        }
    }

    private async Task<Question?> AnsweredAsync(Guid theme, CancellationToken cancellation)
    {
        if (!_answered.TryGetValue(theme, out var known))
        {
            var asked = await db.Questions.AsNoTracking().Where(q => q.Theme == theme).OrderBy(q => q.AskedAt).ToListAsync(cancellation);
            _answered[theme] = known = asked.Find(q => q.IsAnswered);
        }

        return known;
    }
}
