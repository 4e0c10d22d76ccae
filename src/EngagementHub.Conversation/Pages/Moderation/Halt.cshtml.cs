using System.ComponentModel.DataAnnotations;
using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Conversation.Pages.Moderation;

/// <summary>Halts a discussion, a thread of it, or all discussions of a hosting period, as a published act; or opens it again.</summary>
internal sealed class HaltModel(HubDb db, Desk desk) : PageModel
{
    private const string Everything = "all";

    /// <summary>The comment whose thread is meant.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Thread { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public int? Clause { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty, Display(Name = "last halted day")]
    public DateOnly? LastDay { get; set; }

    [BindProperty, Display(Name = "day to look at it again")]
    public DateOnly? ReviewBy { get; set; }

    [BindProperty]
    public QueuedWhileHalted Queued { get; set; }

    public Discussion Discussion { get; private set; } = null!;

    public CodeVersion Code { get; private set; } = null!;

    public Halt? Halted { get; private set; }

    public Comment? Head { get; private set; }

    public ResponseScope? Scope { get; private set; }

    public string Caption => Head is null ? Discussion.Title : $"Thread #{Head.Number} on {Discussion.Title}";

    public IReadOnlyList<Choice> Clauses => [.. Code.Clauses.Select(c => new Choice($"{c.Number}", c.Heading))];

    public IReadOnlyList<Choice> Whats => Scope is not { Discussions.Count: > 1 } scope || Head is not null ? [] :
    [
        new("", $"The discussion on “{Discussion.Title}”"), new(Everything, $"All {scope.Discussions.Count} discussions of “{scope.Title}”"),
    ];

    public IReadOnlyList<Choice> QueuedChoices { get; } =
    [
        new(nameof(QueuedWhileHalted.Wait), "They are kept until the discussion opens again"),
        new(nameof(QueuedWhileHalted.AreDecided), "Moderators go on deciding them"),
    ];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (id, now) = (Guid.Parse((string)RouteData.Values["id"]!), desk.Ruling.At);
        if (await db.Discussions.FirstOrDefaultAsync(d => d.Id == id) is not { } discussion
            || (await CodeHistory.LoadAsync(db)).InForceOn(discussion.DayOf(now)) is not { } code
            || !await HasThreadAsync(id))
        {
            context.Result = NotFound();
            return;
        }

        (Discussion, Code, Halted) = (discussion, code, discussion.HaltIn(Head?.Id, now));
        Scope = HttpContext.RequestServices.GetService<IResponseScopes>() is { } scopes ? await scopes.OfPostAsync(discussion.On) : null;
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!this.Accepts(() => Code.Clause(Clause), () => EngagementHub.Conversation.Discussions.Halt.Check(Discussion.DayOf(desk.Ruling.At), Reason, LastDay, ReviewBy)))
        {
            return Page();
        }

        var grounds = new Grounds(Code, Code.Clause(Clause), Reason, LastDay, Queued) { Thread = Head, ReviewBy = ReviewBy };
        var halted = await ToHaltAsync();
        halted.ForEach(d => d.Halt(desk.Ruling, grounds));
        await db.SaveChangesAsync();
        var what = Head is not null ? "The thread is" : halted.Count == 1 ? "The discussion is" : $"{halted.Count} discussions are";
        this.Notify($"{what} halted. Readers see who halted it, why and until when.", "See it", $"{Discussion.Url}#comments");
        return Redirect("/moderation/discussions");
    }

    public async Task<IActionResult> OnPostReopenAsync()
    {
        Discussion.Reopen(desk.Ruling, Head?.Id);
        await db.SaveChangesAsync();
        this.Notify(Head is null ? "The discussion is open again." : "The thread is open again.", "See it", $"{Discussion.Url}#comments");
        return Redirect("/moderation/discussions");
    }

    private async Task<bool> HasThreadAsync(Guid discussion)
    {
        if (Thread is not { } thread)
        {
            return true;
        }

        Head = await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == thread && c.DiscussionId == discussion && c.ReplyTo == null);
        return Head is not null;
    }

    // Of several discussions those that are open and not halted already.
    private async Task<List<Discussion>> ToHaltAsync()
    {
        if (What != Everything || Scope is null || Head is not null)
        {
            return [Discussion];
        }

        var (now, places) = (desk.Ruling.At, Scope.Discussions.ToList());
        return (await db.Discussions.Where(d => places.Contains(d.On)).ToListAsync()).FindAll(d => d == Discussion || d.WhyShut(now) is null);
    }
}
