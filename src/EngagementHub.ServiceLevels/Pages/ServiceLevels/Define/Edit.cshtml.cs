using EngagementHub.Core.Ui;
using EngagementHub.ServiceLevels.Catalogue;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Define;

internal sealed class EditModel(HubDb db, Rights rights, IStaffDirectory directory, ICurrentStaff current, TimeProvider clock) : ServiceFormModel
{
    private IReadOnlyList<StaffCard> _people = [];
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
        if (await rights.KeepsAllAsync())
        {
            await FindOwnersAsync();
        }

        await next();
    }

    public void OnGet()
    {
        (Name, Summary, RunBy, HowToAsk, Hours, Contacts) = (_service.Name, _service.Summary, _service.RunBy, _service.HowToAsk, _service.Hours, _service.Contacts);
        Owner = _service.Owner?.Value;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var act = new Act(current.Id, clock.GetUtcNow());
        _service.Describe(Text, act);
        if (Owners is not null)
        {
            _service.HandTo(ChosenOwner(), act);
        }

        await db.SaveChangesAsync();
        this.Notify($"The catalogue now says this of \"{_service.Name}\".");
        return Redirect($"/service-levels/{_service.Slug}");
    }

    // Who owns it now is in the list also after they left or lost the role: saving other fields must not take it from them unseen.
    private async Task FindOwnersAsync()
    {
        var able = await directory.HoldingAsync(ServiceLevelsModule.Define, HttpContext.RequestAborted);
        var now = _service.Owner is { } owner && able.All(p => p.Id != owner) ? await directory.FindAsync(owner, HttpContext.RequestAborted) : null;
        _people = now is null ? able : [.. able, now];
        Owners = [.. _people.Select(p => new SelectListItem(p.Title.Length > 0 ? $"{p.Name}, {p.Title}" : p.Name, p.Id.ToString()))];
    }

    private StaffCard? ChosenOwner() => Owner is null
        ? null
        : _people.FirstOrDefault(p => p.Id.Value == Owner) ?? throw new BrokenRuleException("Choose somebody with the role of a service owner", nameof(Owner));
}
