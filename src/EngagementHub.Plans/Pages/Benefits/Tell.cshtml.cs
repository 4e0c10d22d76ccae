using EngagementHub.Core.Ui;
using EngagementHub.Plans.Benefits;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Plans.Pages.Benefits;

internal sealed class TellModel(HubDb db, PlansDesk desk, ProgrammeReader reader) : ProgrammePage(db, desk, reader)
{
    [BindProperty]
    public string? Year { get; set; }

    [BindProperty]
    public string? Quarter { get; set; }

    [BindProperty]
    public string? Performance { get; set; }

    [BindProperty]
    public string? Milestones { get; set; }

    [BindProperty]
    public string? Risks { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    public static IReadOnlyList<Choice> Quarters { get; } = [new("1", "April to June"), new("2", "July to September"), new("3", "October to December"), new("4", "January to March")];

    public async Task<IActionResult> OnPostAsync()
    {
        var rules = new BrokenRules();
        var form = new UpdateForm(Year, rules.Keep(() => Typed.Whole(Quarter, nameof(Quarter))), Performance, Milestones, Risks, Because);
        rules.Look(() => Programme.Report(form, View.Account, Desk.Act));
        rules.Refuse();
        return await SaveAsync("The board is told. The figures are kept as they stand now.");
    }
}
