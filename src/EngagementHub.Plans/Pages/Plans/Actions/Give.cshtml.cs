using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.Plans.Pages.Plans.Actions;

internal sealed class GiveModel(HubDb db, PlansDesk desk, Choices choices) : ActionPage(db, desk)
{
    [BindProperty]
    public Guid? Owner { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    protected override async Task LoadAsync() => People = await choices.PeopleAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        Action.GiveTo(Plan, (await choices.PersonAsync(Owner, nameof(Owner)), Because), Desk.Act);
        return await SaveAsync("Somebody else does it from now on.");
    }
}
