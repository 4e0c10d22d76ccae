using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Conversation.Pages.Moderation;

/// <summary>A page on which something is done about one comment; it counts only for the comment as it was seen.</summary>
internal abstract class DecisionPage(HubDb db, Desk desk) : PageModel
{
    [BindProperty]
    public int? Seen { get; set; }

    [BindProperty]
    public int? Clause { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The place in the queue to go back to.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Next { get; set; }

    public OpenCase Case { get; private set; } = null!;

    public Comment Comment => Case.Comment;

    public Discussion Discussion => Case.Discussion;

    public CodeVersion Code => Case.Code;

    public IReadOnlyList<Choice> Clauses => [.. Code.Clauses.Select(c => new Choice($"{c.Number}", c.Heading, Core.Text.PlainText.Excerpt(c.Text, 160)))];

    public Ruling Ruling { get; } = desk.Ruling;

    /// <summary>Why this moderator cannot decide the comment, or nothing.</summary>
    public virtual string? WhyNot => Case.WhyNot(Ruling);

    /// <summary>Whether there is nothing to fill in. Whoever has typed something already keeps the form with it.</summary>
    public bool IsFutile => WhyNot is not null && HttpMethods.IsGet(Request.Method);

    protected virtual bool WithDecisions => false;

    protected HubDb Db => db;

    protected Desk Desk => desk;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await desk.OpenAsync(Guid.Parse((string)RouteData.Values["id"]!), WithDecisions) is not { } opened)
        {
            context.Result = NotFound();
            return;
        }

        Case = opened;
        if (await OvertakenAsync(context))
        {
            return;
        }

        Seen = Comment.Version;
        await PrepareAsync();
        await next();
    }

    public void OnGet()
    {
    }

    /// <summary>The clause and the reason that every decision names; both are looked at, whichever is wrong.</summary>
    protected IReadOnlyList<Action> Grounds => [() => Code.Clause(Clause), () => EngagementHub.Conversation.Moderation.Reason.Required(Reason)];

    protected virtual Task PrepareAsync() => Task.CompletedTask;

    protected async Task<IActionResult> SaveAsync(string done, bool canUndo = true)
    {
        await db.SaveChangesAsync();
        if (canUndo)
        {
            this.Notify(done, "See its history, or undo", $"/moderation/{Comment.Id}/history");
        }
        else
        {
            this.Notify(done);
        }

        return Redirect(Next is { } place ? $"/moderation#queue-{place}" : "/moderation");
    }

    private async Task<bool> OvertakenAsync(PageHandlerExecutingContext context)
    {
        if (!HttpMethods.IsPost(Request.Method) || Seen == Comment.Version)
        {
            return false;
        }

        ModelState.AddModelError("", await desk.OvertakenAsync(Case));
        ModelState.Remove(nameof(Seen));
        Seen = Comment.Version;
        await PrepareAsync();
        var page = Page();
        page.StatusCode = StatusCodes.Status409Conflict;
        context.Result = page;
        return true;
    }
}
