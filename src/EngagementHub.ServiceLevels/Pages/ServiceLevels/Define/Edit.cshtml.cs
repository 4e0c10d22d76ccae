using EngagementHub.Core.Ui;
using EngagementHub.ServiceLevels.Catalogue;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Define;

internal sealed class EditModel(HubDb db, Rights rights, ICurrentStaff current, TimeProvider clock) : ServiceFormModel
{
    private Service _service = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var slug = (string?)RouteData.Values["slug"];
        if (await db.Services.FirstOrDefaultAsync(service => service.Slug == slug) is not { } service)
        {
            context.Result = NotFound();
            return;
        }

        if (!await rights.KeepsAsync(service))
        {
            context.Result = Forbid();
            return;
        }

        _service = service;
        await next();
    }

    public void OnGet() =>
        (Name, Summary, RunBy, HowToAsk, Hours, Contacts) = (_service.Name, _service.Summary, _service.RunBy, _service.HowToAsk, _service.Hours, _service.Contacts);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        _service.Describe(Text, new Act(current.Id, clock.GetUtcNow()));
        await db.SaveChangesAsync();
        this.Notify($"The catalogue now says this of \"{_service.Name}\".");
        return Redirect($"/service-levels/{_service.Slug}");
    }
}
