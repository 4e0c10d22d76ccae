using EngagementHub.Core.Ui;
using EngagementHub.Records.Retention;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Records.Pages.Records.Retention;

/// <summary>Somebody decides how long a kind of record is kept, and sees what that would remove before it does.</summary>
internal sealed class ChangeModel(HubDb db, RetentionBook book, ICurrentStaff staff, TimeProvider clock) : PageModel
{
    [BindProperty]
    public int? Days { get; set; }

    /// <summary>How many would go after that many days, for the number that was looked at.</summary>
    [BindProperty]
    public int? Seen { get; set; }

    public RetainedRecord Record { get; private set; } = null!;

    public int Due { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (book.Find((string?)RouteData.Values["kind"]) is not { } record)
        {
            context.Result = NotFound();
            return;
        }

        Record = record;
        await next();
    }

    public async Task OnGetAsync()
    {
        Days = (await book.ChosenAsync(HttpContext.RequestAborted)).Single(c => c.Record.Name == Record.Name).Days;
        await CountAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (name, now) = (Record.Name, clock.GetUtcNow());
        var choice = await db.RetentionChoices.FirstOrDefaultAsync(c => c.Kind == name) ?? db.RetentionChoices.Add(RetentionChoice.Of(Record)).Entity;
        choice.Choose(Days, Record, staff.Id, now);
        if (Seen != Days)
        {
            // Nothing is removed by a slip of the finger: the same page first says how much would go.
            db.ChangeTracker.Clear();
            ModelState.Clear();
            await CountAsync();
            Seen = Days;
            return Page();
        }

        await db.SaveChangesAsync();
        this.Notify($"“{Record.Title}” is kept for {Core.Time.Say.Count(choice.Days, "day")} from now on.");
        return Redirect("/records/retention");
    }

    private async Task CountAsync() => Due = await Record.CountAsync(db, clock.GetUtcNow().AddDays(-(Days ?? 0)), HttpContext.RequestAborted);
}
