using System.ComponentModel.DataAnnotations;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Conversation.Pauses;
using EngagementHub.Core.Time;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.Conversation.Pages.Pauses;

/// <summary>Closing comments on all or some blogs from and until given days.</summary>
internal sealed class IndexModel(HubDb db, ICurrentStaff staff, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter the first day"), Display(Name = "first day")]
    public DateOnly? FirstDay { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter the last day"), Display(Name = "last day")]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public string Where { get; set; } = "all";

    [BindProperty]
    public IReadOnlyList<string> Chosen { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<Pause> Pauses { get; private set; } = [];

    public IReadOnlyList<Choice> Blogs { get; private set; } = [];

    public IReadOnlyList<Choice> Places { get; } = [new("all", "On all blogs"), new("some", "On some blogs only")];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public DateOnly Today => Now.DayIn(hub.Value.Zone);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Pauses = await db.Pauses.OrderByDescending(p => p.FirstDay).Take(50).ToListAsync();
        var blogs = await db.Discussions.IgnoreAutoIncludes().Where(d => d.Blog != null).Select(d => d.Blog!).Distinct().OrderBy(b => b).ToListAsync();
        Blogs = [.. blogs.Select(b => new Choice(b, Pause.NameOf(b), $"/blogs/{b}"))];
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var chosen = Where == "all" ? [] : Chosen.Intersect(Blogs.Select(b => b.Value)).ToList();
        if (Where != "all" && chosen.Count == 0)
        {
            ModelState.AddModelError(nameof(Chosen), "Choose at least one blog, or all blogs");
        }

        if (LastDay < Today)
        {
            ModelState.AddModelError(nameof(LastDay), "The last day must be today or later");
        }

        if (!this.Accepts(() => Pause.Check(FirstDay, LastDay, Reason)))
        {
            return Page();
        }

        var pause = Pause.Set(FirstDay!.Value, LastDay!.Value, chosen, Reason, new Ruling(staff.Id, Now));
        db.Pauses.Add(pause);
        await db.SaveChangesAsync();
        this.Notify($"Comments are closed on {pause.Where}, {Say.Days(pause.FirstDay, pause.LastDay)}. Every reader is told why.");
        return Redirect("/comments/pauses");
    }

    public async Task<IActionResult> OnPostLiftAsync(Guid pause)
    {
        if (Pauses.FirstOrDefault(p => p.Id == pause) is not { } found)
        {
            return NotFound();
        }

        found.Lift(new Ruling(staff.Id, Now));
        await db.SaveChangesAsync();
        this.Notify($"Comments are open again on {found.Where}.");
        return Redirect("/comments/pauses");
    }

    public (string Kind, string Word) TagOf(Pause pause) =>
        pause.IsInForce(Now, Today) ? ("waiting", "Closed now") : pause.IsOver(Now, Today) ? ("grey", pause.LiftedAt is null ? "Over" : "Opened again") : ("neutral", "To come");
}
