using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Pages.Moderation;

/// <summary>A page on which one comment is decided; the decision counts only for the comment as it was seen.</summary>
internal abstract class DecisionPage(HubDb db, ICurrentStaff staff, IStaffDirectory directory, TimeProvider clock) : PageModel
{
    [BindProperty]
    public int? Seen { get; set; }

    [BindProperty]
    public int? Clause { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Comment Comment { get; private set; } = null!;

    public Discussion Discussion { get; private set; } = null!;

    public CodeVersion Code { get; private set; } = null!;

    public IReadOnlyList<Choice> Clauses => [.. Code.Clauses.Select(c => new Choice($"{c.Number}", c.Heading, Core.Text.PlainText.Excerpt(c.Text, 160)))];

    public bool IsOwn => Comment.Author == staff.IdOrNone;

    protected Ruling Ruling => new(staff.Id, clock.GetUtcNow());

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        if (await db.Comments.FirstOrDefaultAsync(c => c.Id == id) is not { } comment)
        {
            context.Result = NotFound();
            return;
        }

        Comment = comment;
        Discussion = await db.Discussions.SingleAsync(d => d.Id == comment.DiscussionId);
        Code = (await CodeHistory.LoadAsync(db)).Of(comment.CodeVersionId);
        if (await OvertakenAsync(context))
        {
            return;
        }

        Seen = comment.Version;
        await next();
    }

    public void OnGet()
    {
    }

    protected async Task<IActionResult> SaveAsync(string done)
    {
        await db.SaveChangesAsync();
        this.Notify(done);
        return Redirect("/moderation");
    }

    private async Task<bool> OvertakenAsync(PageHandlerExecutingContext context)
    {
        if (!HttpMethods.IsPost(Request.Method) || Seen == Comment.Version)
        {
            return false;
        }

        ModelState.AddModelError("", await Overtaken.SayAsync(db, directory, Comment, Discussion.Zone));
        ModelState.Remove(nameof(Seen));
        Seen = Comment.Version;
        var page = Page();
        page.StatusCode = StatusCodes.Status409Conflict;
        context.Result = page;
        return true;
    }
}
