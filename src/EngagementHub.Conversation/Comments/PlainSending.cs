using EngagementHub.Conversation.Discussions;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Conversation.Comments;

/// <summary>Takes a comment in without making the page it was written on, which its writer would not see again.</summary>
/// <remarks>It refuses nobody. Whoever has to be told anything but that the comment came goes on to <see cref="Pages.Comments.WriteModel"/>, which asks all of this anew, in the same readings, and keeps what was typed.</remarks>
internal sealed class PlainSending(WritingRoom room, ICurrentStaff staff, IAuthorizationService rights, Sending sending, ITempDataDictionaryFactory notes, TimeProvider clock)
{
    private static readonly string[] Fields = ["Text", "Shown", "Key", "Passed"];

    /// <summary>The short way of the page on which comments are written.</summary>
    public static async Task<bool> TryAsync(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && await PlainForm.ReadAsync(context.Request, Fields) is { } form
        && await context.RequestServices.GetRequiredService<PlainSending>().SendAsync(context, form);

    private async Task<bool> SendAsync(HttpContext context, PlainForm form)
    {
        var told = notes.GetTempData(context);
        try
        {
            if (await WrittenAsync(context, form) is not { } written)
            {
                return false;
            }

            context.Response.Redirect(await sending.SendAsync(written, told));
        }
        catch (BrokenRuleException)
        {
            // The page says it, beside what was typed. The form's key makes asking again harmless.
            return false;
        }

        // As a page does that redirects: what was kept for the next one is kept.
        told.Keep();
        told.Save();
        return true;
    }

    private async Task<Written?> WrittenAsync(HttpContext context, PlainForm form)
    {
        if (await DiscussionAsync(form) is not { } discussion
            || !(await rights.AuthorizeAsync(context.User, Policies.Read)).Succeeded
            || await staff.CardAsync() is not { } writer
            || !ReceiptCode.IsKey(form["Key"]))
        {
            return null;
        }

        var (text, now) = (CommentWords.Checked(form["Text"]), clock.GetUtcNow());
        var shown = NameChoice.Chosen(form["Shown"], discussion);
        if (!NameChoice.IsOffered(shown, discussion)
            || !await MayWriteAsync(discussion, writer, now)
            || (await room.SignpostsNotPassedAsync(text, form["Passed"])).Count > 0)
        {
            return null;
        }

        var answered = form.Asked("replyTo") is { } id ? await AnsweredAsync(discussion, id) : null;
        return answered is null && form.Asked("replyTo") is not null ? null : new Written(discussion, writer, text, shown, form["Key"]!) { Thread = Written.ThreadOf(answered) };
    }

    // A place that is not there, and whatever else the address may say, is the page's to answer.
    private async Task<Discussion?> DiscussionAsync(PlainForm form) =>
        form.Asks("on", "replyTo") && SubjectRef.TryParse(form.Asked("on"), out var on) ? await room.DiscussionAsync(on) : null;

    private async Task<bool> MayWriteAsync(Discussion discussion, StaffCard writer, DateTimeOffset now) =>
        await room.WhyShutAsync(discussion, now, null) is null && !(await room.ConsentAsync(writer.Id, discussion.DayOf(now))).IsMissing;

    private async Task<Comment?> AnsweredAsync(Discussion discussion, string id) => Guid.TryParse(id, out var known) ? await room.AnsweredAsync(discussion, known) : null;
}
