using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Pages.Comments;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace EngagementHub.Conversation.Comments;

/// <summary>A comment that somebody has written, as its form says it. Nothing of it is decided yet.</summary>
/// <param name="Discussion">Where.</param>
/// <param name="Writer">Who.</param>
/// <param name="Text">The words, checked.</param>
/// <param name="Shown">How the writer wants to be shown.</param>
/// <param name="Key">The form's key: what is sent under it twice is one comment.</param>
internal sealed record Written(Discussion Discussion, StaffCard Writer, string Text, string Shown, string Key)
{
    /// <summary>The thread it belongs to, when it is an answer.</summary>
    public Guid? Thread { get; init; }

    /// <summary>Said where the comment that is answered is no longer shown: what was meant for one person is not published to everybody unasked.</summary>
    public const string AnsweredIsGone = "The comment you answer is not shown to readers any more. Your reply was not sent, and your words are kept below. Send them as a comment of its own if they stand without it";

    // One level deep: who answers a reply answers in the same thread.
    public static Guid? ThreadOf(Comment? answered) => answered?.ReplyTo ?? answered?.Id;
}

/// <summary>Hands in what somebody has written, and leaves what they are told for the page that follows.</summary>
internal sealed class Sending(Letterbox letterbox, DraftDesk desk, TimeProvider clock)
{
    /// <summary>Hands it in and waits until it is durable.</summary>
    /// <returns>Where its writer goes on.</returns>
    /// <exception cref="BrokenRuleException">It was not taken.</exception>
    public async Task<string> SendAsync(Written written, ITempDataDictionary told)
    {
        var code = ReceiptCode.Of(written.Key, written.Discussion.Id, written.Shown, written.Text);
        return written.Shown == NameChoice.Named ? await SendByNameAsync(written, code, told) : await SendHiddenAsync(written, code, told);
    }

    private async Task<string> SendHiddenAsync(Written written, ReceiptCode code, ITempDataDictionary told)
    {
        var discussion = written.Discussion;
        await letterbox.ReceiveAsync(discussion.Id, desk.Hidden(written.Text, written.Writer.Id, discussion, written.Thread, code, clock.GetUtcNow()));
        told[SentModel.Kept] = code.ToString();
        return "/comments/sent";
    }

    private async Task<string> SendByNameAsync(Written written, ReceiptCode code, ITempDataDictionary told)
    {
        var sent = await letterbox.ReceiveAsync(written.Discussion.Id, DraftDesk.Named(written.Text, written.Writer, written.Thread, code));
        var becomes = sent.Standing == CommentStanding.Published ? "is shown to readers now." : "waits for a moderator. You will be told what becomes of it.";
        told.Notify($"Your comment #{sent.Number} {becomes}", "See, change or take back your comments", "/comments/mine");
        // Without a fragment: it would scroll past what is told at the top of the page.
        return written.Discussion.Url;
    }
}
