using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Pages.Moderation;

internal sealed record FlaggedComment(CommentStory Story, IReadOnlyList<string> Flags);

/// <summary>Comments that readers flagged and nobody has looked at yet.</summary>
internal sealed class FlagsModel(HubDb db, Desk desk, IStaffDirectory directory) : PageModel
{
    private const int Most = 100;

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<FlaggedComment> Flagged { get; private set; } = [];

    public QueueCounts Counts { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if ((await next()).Result is not PageResult and not null)
        {
            return;
        }

        Counts = await QueueCounts.LoadAsync(db);
        var open = await db.Flags.AsNoTracking().Where(f => f.Outcome == null).OrderBy(f => f.At).Take(Most).ToListAsync();
        var ids = open.Select(f => f.CommentId).Distinct().ToList();
        var names = await directory.CardsAsync(open.Select(f => f.By).Distinct());
        var stories = (await CommentStory.LoadAsync(db, db.Comments.Where(c => ids.Contains(c.Id)))).OrderBy(s => ids.IndexOf(s.Comment.Id));
        Flagged = [.. stories.Select(s => new FlaggedComment(s, [.. open.Where(f => f.CommentId == s.Comment.Id).Select(f =>
            $"{(names.TryGetValue(f.By, out var by) ? by.Name : "Somebody who has left")}, {Say.Moment(f.At, s.Discussion.Zone)}: {f.Reason}")]))];
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostLeaveAsync(Guid id)
    {
        if (await desk.OpenAsync(id) is not { } opened)
        {
            return NotFound();
        }

        opened.Impartiality.MustLetDecide(opened.Comment);
        var why = EngagementHub.Conversation.Moderation.Reason.Optional(Reason, "Reason");
        foreach (var flag in await db.Flags.Where(f => f.CommentId == id && f.Outcome == null).ToListAsync())
        {
            flag.Resolve(FlagOutcome.LeftUp, desk.Ruling, why);
        }

        await db.SaveChangesAsync();
        this.Notify($"Comment #{opened.Comment.Number} stays up. Whoever flagged it is told.");
        return Redirect("/moderation/flags");
    }
}
