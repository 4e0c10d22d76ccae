using EngagementHub.Conversation.Concealment;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.Conversation.Pages.Openings;

/// <summary>Asking for a withheld name, and what was asked before.</summary>
internal sealed class IndexModel(HubDb db, ICurrentStaff staff, IStaffDirectory directory, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    [BindProperty]
    public string? Comment { get; set; }

    [BindProperty]
    public string? Grounds { get; set; }

    public IReadOnlyList<Row> Openings { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var comment = await CommentAddress.FindAsync(db, Comment ?? "") ?? throw new BrokenRuleException("No comment has this link. Copy it from the comment’s number", nameof(Comment));
        var opening = Opening.Ask(comment, staff.Id, clock.GetUtcNow(), Grounds);
        db.Openings.Add(opening);
        await db.SaveChangesAsync();
        this.Notify("Asked. Somebody else who has this right must agree within seven days.");
        return Redirect($"/openings/{opening.Id}");
    }

    private async Task LoadAsync()
    {
        var (openings, now) = (await db.Openings.AsNoTracking().OrderByDescending(o => o.AskedAt).Take(100).ToListAsync(), clock.GetUtcNow());
        var ids = openings.Select(o => o.CommentId).ToList();
        var comments = await db.Comments.Where(c => ids.Contains(c.Id))
            .Join(db.Discussions.IgnoreAutoIncludes(), c => c.DiscussionId, d => d.Id, (c, d) => new { c.Id, What = $"#{c.Number} on {d.Title}" }).ToDictionaryAsync(c => c.Id, c => c.What);
        var people = await directory.CardsAsync(openings.Select(o => o.AskedBy).Distinct());
        Openings = [.. openings.Select(o => new Row(
            o.Id, comments.GetValueOrDefault(o.CommentId, "A comment"), o.AskedAt.DayIn(hub.Value.Zone), people.TryGetValue(o.AskedBy, out var by) ? by.Name : "somebody who has left", TagOf(o, now)))];
    }

    internal static (string Kind, string Word) TagOf(Opening opening, DateTimeOffset now) => opening switch
    {
        { AgreedAt: not null } => ("bad", "Opened"),
        { RefusedAt: not null } => ("grey", "Refused"),
        _ when opening.WaitsAt(now) => ("waiting", "Waits for a second person"),
        _ => ("grey", "Left"),
    };

    public sealed record Row(Guid Id, string What, DateOnly Asked, string By, (string Kind, string Word) Tag);
}
