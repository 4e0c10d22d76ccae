using EngagementHub.Conversation.Moderation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.Conversation.Pages.Moderation;

/// <summary>A page on which a moderator turns to a colleague about a comment.</summary>
internal abstract class ColleaguePage(HubDb db, Desk desk) : DecisionPage(db, desk)
{
    private IReadOnlyList<StaffCard> _colleagues = [];

    [BindProperty]
    public Guid? Colleague { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public override string? WhyNot => null;

    public IReadOnlyList<SelectListItem> Colleagues => [.. _colleagues.Select(c => new SelectListItem($"{c.Name}, {c.Title}", $"{c.Id}"))];

    protected override async Task PrepareAsync() => _colleagues = await Desk.ColleaguesAsync();

    /// <summary>The colleague, where one of the list was chosen.</summary>
    protected StaffCard? Chosen => _colleagues.FirstOrDefault(c => c.Id.Value == Colleague);
}
