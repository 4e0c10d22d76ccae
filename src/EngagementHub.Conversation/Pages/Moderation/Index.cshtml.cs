using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.WorkingTime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EngagementHub.Conversation.Pages.Moderation;

/// <summary>The queue: what waits, the oldest first, and what can be done about it.</summary>
internal sealed class IndexModel(HubDb db, Desk desk, QueueReader reader, IOptions<HubOptions> hub) : PageModel
{
    public const string KeysCookie = "hub-queue-keys";

    [BindProperty(SupportsGet = true)]
    public int P { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Post { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Rule { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    public Queue Queue { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Posts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Rules { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Shows { get; } =
    [
        new("Everything that waits", ""), new("Late", QueueFilter.Late), new("What I am reading", QueueFilter.Mine), new("Set aside", QueueFilter.SetAside),
    ];

    public int AskedOfMe { get; private set; }

    public DateTimeOffset Now { get; } = desk.Ruling.At;

    public DateOnly Today => Now.DayIn(hub.Value.Zone);

    public bool KeysAreOn => Request.Cookies[KeysCookie] != "off";

    public QueueFilter Filter => new(Post, Rule, Show);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if ((await next()).Result is not PageResult and not null)
        {
            return;
        }

        var services = HttpContext.RequestServices;
        await reader.ReadyAsync(services.GetRequiredService<IOfficeCalendar>(), hub, Now);
        Queue = await Queue.LoadAsync(db, services.GetRequiredService<IStaffDirectory>(), reader, (Filter, P));
        AskedOfMe = await reader.Kept.Asked.GetAsync(reader.Moderator, () => db.OpinionsAskedOf(reader.Moderator).CountAsync());
        Rules = [.. services.GetRequiredService<HoldRules>().Names.Select(r => new SelectListItem(r, r))];
        Posts = [.. (await reader.Kept.Waiting.GetAsync("", WaitingAsync)).Select(d => new SelectListItem(d.Title, $"{d.Id}"))];
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostApproveAsync(Guid id, int seen, Guid? next)
    {
        if (await desk.OpenAsync(id) is not { } opened)
        {
            return NotFound();
        }

        if (opened.Comment.Version != seen)
        {
            ModelState.AddModelError("", await desk.OvertakenAsync(opened));
            var page = Page();
            page.StatusCode = StatusCodes.Status409Conflict;
            return page;
        }

        opened.MustLetDecide(desk.Ruling);
        opened.Comment.Approve(desk.Ruling);
        await db.SaveChangesAsync();
        this.Notify($"Comment #{opened.Comment.Number} on “{opened.Discussion.Title}” is shown to readers.", "See its history, or undo", $"/moderation/{id}/history");
        return Redirect($"/moderation{(P > 1 ? $"?p={P}" : "")}{(next is null ? "" : $"#queue-{next}")}");
    }

    /// <summary>Takes a comment to read, or lets it go.</summary>
    public async Task<IActionResult> OnPostClaimAsync(Guid id, bool release)
    {
        if (await desk.OpenAsync(id) is not { } opened)
        {
            return NotFound();
        }

        if (release)
        {
            Release(opened);
        }
        else
        {
            Take(opened);
        }

        await db.SaveChangesAsync();
        return Redirect($"/moderation{(P > 1 ? $"?p={P}" : "")}#queue-{id}");
    }

    /// <summary>Single keys can be turned off (WCAG 2.1.4).</summary>
    public IActionResult OnPostKeys(bool on)
    {
        Response.Cookies.Append(KeysCookie, on ? "on" : "off", new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, Path = "/moderation", MaxAge = TimeSpan.FromDays(365) });
        this.Notify(on ? "Keys are on: single keys work while the focus is in the queue." : "Keys are off: single keys do nothing.");
        return Redirect("/moderation");
    }

    // What waits is looked for once, not in each discussion there ever was.
    private Task<List<WaitingIn>> WaitingAsync()
    {
        var waiting = db.Comments.Where(c => c.Standing == CommentStanding.Waiting || c.Standing == CommentStanding.Held).Select(c => c.DiscussionId);
        return db.Discussions.IgnoreAutoIncludes().Where(d => waiting.Contains(d.Id)).OrderBy(d => d.Title).Take(200).Select(d => new WaitingIn(d.Title, d.Id)).ToListAsync();
    }

    private void Take(OpenCase opened)
    {
        if (opened.Claim?.KeepsFrom(desk.Ruling.By, Now) == true)
        {
            throw new BrokenRuleException($"{opened.ClaimedBy} is reading comment #{opened.Comment.Number} already");
        }

        opened.Impartiality.MustLetDecide(opened.Comment);
        Claim.Take(db, opened, desk.Ruling);
    }

    private void Release(OpenCase opened)
    {
        if (opened.Claim is { } claim && !claim.KeepsFrom(desk.Ruling.By, Now))
        {
            db.Claims.Remove(claim);
        }
    }
}
