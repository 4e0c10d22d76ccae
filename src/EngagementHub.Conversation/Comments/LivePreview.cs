using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace EngagementHub.Conversation.Comments;

/// <summary>A text as it would be shown, for the script that shows it while somebody types. Keeps nothing.</summary>
internal static class LivePreview
{
    public static async Task<IResult> Answer(HttpRequest request)
    {
        var text = request.HasFormContentType ? (await request.ReadFormAsync()).TryGetValue("Text", out var typed) ? typed.ToString() : "" : "";
        return Results.Content($"<!DOCTYPE html><title>Preview</title><body>{Shown(text)}</body>", "text/html; charset=utf-8");
    }

    private static string Shown(string text)
    {
        try
        {
            return CommentWords.Html(CommentWords.Checked(text), []);
        }
        catch (BrokenRuleException broken)
        {
            return $"<p>{HtmlEncoder.Default.Encode(broken.Message)}.</p>";
        }
    }
}
