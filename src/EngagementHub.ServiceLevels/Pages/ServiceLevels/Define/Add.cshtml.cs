using EngagementHub.Core.Ui;
using EngagementHub.ServiceLevels.Catalogue;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Define;

internal sealed class AddModel(HubDb db, ICurrentStaff current, TimeProvider clock) : ServiceFormModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var slug = SlugText.From(Name!);
        if (slug is "define" or "import" or "services" or "cut-offs" or "calendars" or "console" or "sources" || await db.Services.AnyAsync(known => known.Slug == slug))
        {
            throw new BrokenRuleException("There is a service of that name: choose another name, or change the one there is", nameof(Name));
        }

        var service = Service.List(slug, await db.Services.CountAsync());
        service.Describe(Text, new Act(current.Id, clock.GetUtcNow()));
        service.RunUnder(current.Id);
        db.Services.Add(service);
        await db.SaveChangesAsync();
        this.Notify($"\"{service.Name}\" is in the catalogue.", "Define a service level for it", $"/service-levels/define?service={slug}");
        return Redirect($"/service-levels/{slug}");
    }
}
