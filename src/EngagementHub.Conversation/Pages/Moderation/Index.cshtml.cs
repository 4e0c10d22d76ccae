using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EngagementHub.Conversation.Pages.Moderation;

/// <summary>The queue: what waits, the oldest first, and what can be done about it.</summary>
internal sealed class IndexModel(HubDb db, ICurrentStaff staff, HoldRules rules, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int P { get; set; }

    public Queue Queue { get; private set; } = null!;

    public LookUp LookUp { get; private set; } = null!;

    public IReadOnlyList<Discussion> Discussions { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public DateOnly Today => Now.DayIn(HttpContext.RequestServices.GetRequiredService<IOptions<HubOptions>>().Value.Zone);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await next();
        var today = Today;
        Queue = await Queue.LoadAsync(db, rules, staff.Id, Now, P);
        LookUp = await LookUp.LoadAsync(db);
        Discussions = await db.Discussions.AsNoTracking().Where(d => d.ClosesOn == null || d.ClosesOn >= today).OrderByDescending(d => d.OpensOn).Take(50).ToListAsync();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostApproveAsync(Guid id, int seen, [FromServices] IStaffDirectory directory)
    {
        if (await db.Comments.FirstOrDefaultAsync(c => c.Id == id) is not { } comment)
        {
            return NotFound();
        }

        var discussion = await db.Discussions.SingleAsync(d => d.Id == comment.DiscussionId);
        if (comment.Version != seen)
        {
            ModelState.AddModelError("", await Overtaken.SayAsync(db, directory, comment, discussion.Zone));
            var page = Page();
            page.StatusCode = StatusCodes.Status409Conflict;
            return page;
        }

        discussion.MustLetDecide(Now);
        comment.Approve(new Ruling(staff.Id, Now));
        await db.SaveChangesAsync();
        this.Notify($"Comment #{comment.Number} on “{discussion.Title}” is shown to readers.", "See it", comment.Url);
        return Redirect(P > 1 ? $"/moderation?p={P}" : "/moderation");
    }
}
