using EngagementHub.Records.People;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Records.Pages.Records.People;

/// <summary>A page about one person, with what is kept about them.</summary>
internal abstract class PersonPageModel(Erasure erasure, IStaffDirectory directory, TimeProvider clock) : PageModel
{
    public StaffCard Person { get; private set; } = null!;

    public IReadOnlyList<(HeldRecord Record, int Count)> Held { get; private set; } = [];

    public IReadOnlyList<string> Owed { get; private set; } = [];

    public int SignedInOffice => Held.Where(h => h.Record.IsInOffice).Sum(h => h.Count);

    protected Erasure Erasure => erasure;

    protected DateTimeOffset Now { get; } = clock.GetUtcNow();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await directory.FindByUserNameAsync((string?)RouteData.Values["userName"] ?? "") is not { } person)
        {
            context.Result = NotFound();
            return;
        }

        Person = person;
        Held = await erasure.CountsAsync(person, HttpContext.RequestAborted);
        Owed = await erasure.OwedAsync(person.Id, Now, HttpContext.RequestAborted);
        await next();
    }
}
