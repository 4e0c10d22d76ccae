using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Pages.Moderation;

/// <summary>Decides an appeal. Upheld against a decline, the comment is shown to readers.</summary>
internal sealed class DecideAppealModel(HubDb db, Desk desk) : PageModel
{
    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Appeal Appeal { get; private set; } = null!;

    public Decision Decision { get; private set; } = null!;

    public CommentStory Story { get; private set; } = null!;

    public bool IsAgainstMe => Appeal.DecidedFirstBy == desk.Ruling.By;

    public IReadOnlyList<Choice> Outcomes =>
    [
        new(nameof(AppealOutcome.Upheld), "Uphold the appeal", Decision.Kind == DecisionKind.Declined ? "The comment is shown to readers." : "Struck words were destroyed and cannot come back; the writer is told so and may write them again."),
        new(nameof(AppealOutcome.Dismissed), "Dismiss the appeal", "The decision stands."),
    ];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        if (await db.Appeals.FirstOrDefaultAsync(a => a.Id == id) is not { } appeal)
        {
            context.Result = NotFound();
            return;
        }

        (Appeal, Story) = (appeal, (await CommentStory.LoadAsync(db, db.Comments.Where(c => c.Id == appeal.CommentId)))[0]);
        Decision = Story.Comment.Decisions.Single(d => d.Id == appeal.DecisionId);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var rules = new BrokenRules();
        var outcome = rules.Keep(Chosen);
        rules.Look(() => EngagementHub.Conversation.Moderation.Reason.Required(Reason));
        rules.Refuse();
        var opened = (await desk.OpenAsync(Appeal.CommentId))!;
        opened.Impartiality.MustLetDecide(opened.Comment);
        Appeal.Decide(outcome, desk.Ruling, Reason);
        if (outcome == AppealOutcome.Upheld && Decision.Kind == DecisionKind.Declined && opened.Comment.Standing == CommentStanding.Declined)
        {
            opened.MustLetDecide(desk.Ruling);
            opened.Comment.Uphold(desk.Ruling);
        }

        await db.SaveChangesAsync();
        this.Notify(outcome == AppealOutcome.Upheld ? "The appeal is upheld. The writer is told." : "The appeal is dismissed. The writer is told.");
        return Redirect("/moderation/appeals");
    }

    private AppealOutcome Chosen() => Outcome switch
    {
        nameof(AppealOutcome.Upheld) => AppealOutcome.Upheld,
        nameof(AppealOutcome.Dismissed) => AppealOutcome.Dismissed,
        _ => throw new BrokenRuleException("Choose whether the appeal is upheld or dismissed", nameof(Outcome)),
    };
}
