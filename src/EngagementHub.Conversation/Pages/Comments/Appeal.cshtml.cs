using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using EngagementHub.WorkingTime;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Conversation.Pages.Comments;

/// <summary>The writer of a comment appeals against a decision: signed in, or with the receipt code, which travels in the body and never in an address.</summary>
internal sealed class AppealModel(HubDb db, ICurrentStaff staff, IOfficeCalendar office, TimeProvider clock) : PageModel
{
    private WorkingCalendar _calendar = null!;

    /// <summary>The comment, of somebody who wrote by name.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public CommentStory Story { get; private set; } = null!;

    public Decision? Decision { get; private set; }

    public Appeal? Before { get; private set; }

    public string Back => Story.Comment.IsAnonymous ? "/comments/receipt" : "/comments/mine";

    public DateOnly LastDay => Appeal.LastDay(Decision!, _calendar, Story.Discussion.Zone);

    public bool IsTooLate => clock.GetUtcNow().DayIn(Story.Discussion.Zone) > LastDay;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if ((await CommentStory.LoadAsync(db, OwnComments())).FirstOrDefault() is not { } story)
        {
            context.Result = NotFound();
            return;
        }

        (Story, _calendar) = (story, await office.GetAsync(HttpContext.RequestAborted));
        Decision = story.Appealable;
        Before = story.Appeals.FirstOrDefault(a => a.DecisionId == Decision?.Id);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Decision is null)
        {
            throw new BrokenRuleException("There is no decision on this comment to appeal against");
        }

        if (Before is not null)
        {
            throw new BrokenRuleException("You have appealed against this decision already. An appeal is made once");
        }

        // The step before this one only shows the form: it comes with the code from the receipt page.
        if (!Request.Form.ContainsKey(nameof(Words)))
        {
            return Page();
        }

        db.Appeals.Add(Appeal.Against(Decision, Words, clock.GetUtcNow().DayIn(Story.Discussion.Zone), _calendar, Story.Discussion.Zone));
        db.Signal(SignalTheQueue.Topic);
        await db.SaveChangesAsync();
        this.Notify("Your appeal is sent. Another moderator decides it; look here for what came of it.");
        return Redirect(Back);
    }

    private IQueryable<Comment> OwnComments()
    {
        var (id, me, hash) = (Id, staff.IdOrNone, ReceiptCode.Read(Code)?.Hash);
        return id is not null && me is not null
            ? db.Comments.Where(c => c.Id == id && c.Author == me)
            : db.Comments.Where(c => hash != null && c.Receipt == hash && c.Author == null);
    }
}
