using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Concealment;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.Conversation.Pages.Openings;

/// <summary>One opening: the second person agrees or refuses; afterwards the two may look.</summary>
internal sealed class ReadModel(HubDb db, ICurrentStaff staff, OpenNames names, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    private IReadOnlyDictionary<StaffId, StaffCard> _people = new Dictionary<StaffId, StaffCard>();

    [BindProperty]
    public string? Because { get; set; }

    public Opening Opening { get; private set; } = null!;

    public Comment Comment { get; private set; } = null!;

    public StaffCard? Writer { get; private set; }

    public string Zone => hub.Value.Zone;

    public bool IsOwn => Opening.AskedBy == staff.Id;

    public bool Waits => Opening.WaitsAt(clock.GetUtcNow());

    public bool LetsSee => Opening.LetsSee(staff.Id, clock.GetUtcNow());

    public (string Kind, string Word) Tag => IndexModel.TagOf(Opening, clock.GetUtcNow());

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        if (await db.Openings.FirstOrDefaultAsync(o => o.Id == id) is not { } opening)
        {
            context.Result = NotFound();
            return;
        }

        Opening = opening;
        Comment = await db.Comments.AsNoTracking().SingleAsync(c => c.Id == opening.CommentId);
        _people = await names.PeopleAsync(opening);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAgreeAsync()
    {
        await names.AgreeAsync(Opening, staff.Id, clock.GetUtcNow());
        this.Notify("You agreed. The writer is told, and you both can see the name for 24 hours.");
        return Redirect($"/openings/{Opening.Id}");
    }

    public async Task<IActionResult> OnPostRefuseAsync()
    {
        Opening.Refuse(staff.Id, clock.GetUtcNow(), Because);
        await db.SaveChangesAsync();
        this.Notify("You refused. The name stays closed.");
        return Redirect("/openings");
    }

    public async Task OnPostShowAsync() => Writer = await names.LookAsync(Opening, staff.Id, clock.GetUtcNow());

    public string NameOf(StaffId who) => _people.TryGetValue(who, out var card) ? card.Name : "somebody who has left";
}
