using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Signposts;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Conversation.Pages.Comments;

/// <summary>Shows whoever has the code what became of a comment without a name, and lets them change it or take it back. The code travels in the body, never in an address.</summary>
internal sealed class ReceiptModel(HubDb db, Editing editing, SignpostBook signposts, GuessGate gate) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The signposts the writer has passed, by their keys.</summary>
    [BindProperty]
    public string? Passed { get; set; }

    public CommentStory? Story { get; private set; }

    public IReadOnlyList<Signpost> Signposts { get; private set; } = [];

    /// <summary>Why the comment cannot be changed now, though nobody has decided it; or nothing.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>Why nobody can answer it now, or nothing.</summary>
    public string? WhyShut { get; private set; }

    private bool IsLimited { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        await FindAsync();
        Text ??= Story?.Comment.Source;
        return Answer();
    }

    public async Task<IActionResult> OnPostChangeAsync()
    {
        if (await TrackedAsync() is not { } comment)
        {
            return Answer();
        }

        Signposts = comment.IsEditable ? await signposts.NotPassedAsync(Text, Passed) : [];
        if (Signposts.Count > 0)
        {
            return Page();
        }

        await editing.SaveAsync(comment, Text);
        this.Notify($"Your comment #{comment.Number} is changed. {(comment.Standing == CommentStanding.Published ? "Readers see the new words now." : "It waits for a moderator.")}");
        return Redirect("/comments/receipt");
    }

    public async Task<IActionResult> OnPostTakeBackAsync()
    {
        if (await TrackedAsync() is not { } comment)
        {
            return Answer();
        }

        comment.TakeBack();
        await db.SaveChangesAsync();
        this.Notify($"Your comment #{comment.Number} is taken back. Its words are gone, here and for readers.");
        return Redirect("/comments/receipt");
    }

    private PageResult Answer()
    {
        var page = Page();
        page.StatusCode = IsLimited ? StatusCodes.Status429TooManyRequests : null;
        return page;
    }

    private async Task<Comment?> TrackedAsync()
    {
        await FindAsync();
        var id = Story?.Comment.Id;
        return id is null ? null : await db.Comments.SingleAsync(c => c.Id == id);
    }

    // One answer to all codes that lead nowhere: nothing tells a code that nearly fits from one that does not.
    private async Task FindAsync()
    {
        if (gate.IsShut)
        {
            IsLimited = true;
            Response.Headers.RetryAfter = "60";
            ModelState.AddModelError(nameof(Code), "Many wrong codes were tried in the last minute. Wait a minute and try yours again");
            return;
        }

        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError(nameof(Code), "Enter the code you were given");
            return;
        }

        var hash = ReceiptCode.Read(Code)?.Hash ?? "";
        var found = await CommentStory.LoadAsync(db, db.Comments.Where(c => c.Receipt == hash && c.Author == null), HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        if (found.Count == 0)
        {
            gate.CountWrong();
            ModelState.AddModelError(nameof(Code), "No comment has this code. Check it: it is 26 letters and digits, in groups of four");
        }

        Story = found.Count == 0 ? null : found[0];
        if (Story is { Comment: var comment })
        {
            WhyShut = await editing.WhyShutAsync(comment);
            WhyNot = comment.IsEditable ? await editing.WhyNotAsync(comment) : null;
        }
    }
}
