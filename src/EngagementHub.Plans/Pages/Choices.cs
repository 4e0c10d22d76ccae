using EngagementHub.Core.Ui;
using EngagementHub.Plans.Plans;
using EngagementHub.Plans.Readings;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.Plans.Pages;

/// <summary>What forms of this module offer to choose from.</summary>
internal sealed class Choices(IStaffDirectory directory)
{
    public static IReadOnlyList<Choice> FourPoints { get; } = [.. RagWords.FourPoints.Select(r => new Choice(r.ToString(), r.Word(), r.Meaning()))];

    public static IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetValues<PlanKind>().Select(k => new Choice(k.ToString(), k.Word()))];

    public async Task<IReadOnlyList<SelectListItem>> PeopleAsync() => [.. (await directory.AllAsync()).Select(c => new SelectListItem($"{c.Name}, {c.Title}", c.Id.ToString()))];

    /// <summary>Somebody who works here; nobody when nothing was chosen.</summary>
    public async Task<StaffId?> PersonAsync(Guid? chosen, string field) => chosen is not { } id ? null
        : await directory.FindAsync(new StaffId(id)) is { IsActive: true } card ? card.Id
        : throw new BrokenRuleException("That person has left. Choose somebody who works here", field);
}
