using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Pages.Moderation;

/// <summary>Halts a discussion, as a published act, or opens it again.</summary>
internal sealed class HaltModel(HubDb db, ICurrentStaff staff, TimeProvider clock) : PageModel
{
    [BindProperty]
    public int? Clause { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public QueuedWhileHalted Queued { get; set; }

    public Discussion Discussion { get; private set; } = null!;

    public CodeVersion Code { get; private set; } = null!;

    public Halt? Halted { get; private set; }

    public IReadOnlyList<Choice> Clauses => [.. Code.Clauses.Select(c => new Choice($"{c.Number}", c.Heading))];

    public IReadOnlyList<Choice> QueuedChoices { get; } =
    [
        new(nameof(QueuedWhileHalted.Wait), "They are kept until the discussion opens again"),
        new(nameof(QueuedWhileHalted.AreDecided), "Moderators go on deciding them"),
    ];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        var now = clock.GetUtcNow();
        if (await db.Discussions.FirstOrDefaultAsync(d => d.Id == id) is not { } discussion
            || (await CodeHistory.LoadAsync(db)).InForceOn(discussion.DayOf(now)) is not { } code)
        {
            context.Result = NotFound();
            return;
        }

        (Discussion, Code, Halted) = (discussion, code, discussion.HaltAt(now));
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        Discussion.Halt(new Ruling(staff.Id, clock.GetUtcNow()), new Grounds(Code, Code.Clause(Clause), Reason, LastDay, Queued));
        await db.SaveChangesAsync();
        this.Notify("The discussion is halted. Readers see who halted it, why and until when.", "See it", $"{Discussion.Url}#comments");
        return Redirect("/moderation");
    }

    public async Task<IActionResult> OnPostReopenAsync()
    {
        Discussion.Reopen(new Ruling(staff.Id, clock.GetUtcNow()));
        await db.SaveChangesAsync();
        this.Notify("The discussion is open again.", "See it", $"{Discussion.Url}#comments");
        return Redirect("/moderation");
    }
}
