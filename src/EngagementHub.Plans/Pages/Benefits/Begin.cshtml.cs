using EngagementHub.Core.Ui;
using EngagementHub.Plans.Benefits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Pages.Benefits;

internal sealed class BeginModel(HubDb db, PlansDesk desk, Choices choices, Deflators deflators) : PageModel
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Slug { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public Guid? Owner { get; set; }

    [BindProperty]
    public string? Baseline { get; set; }

    [BindProperty]
    public string? Percent { get; set; }

    [BindProperty]
    public string? FirstYear { get; set; }

    [BindProperty]
    public string? Years { get; set; } = "3";

    [BindProperty]
    public string? Parts { get; set; }

    [BindProperty]
    public string? HourlyCost { get; set; } = "30";

    [BindProperty]
    public string? PriceYear { get; set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        var form = await ReadAsync();
        db.Programmes.Add(Programme.Begin(form, deflators, desk.Act));
        await db.SaveChangesAsync();
        this.Notify("The programme has begun. Register what it is to gain.");
        return Redirect($"/benefits/{form.Slug}");
    }

    /// <summary>What was typed, or everything that is wrong with it.</summary>
    private async Task<ProgrammeForm> ReadAsync()
    {
        var rules = new BrokenRules();
        var first = rules.Keep(() => FinancialYear.ReadOrRefuse(FirstYear, nameof(FirstYear)));
        var agreement = new Agreement(Number(rules, Baseline, nameof(Baseline)), Number(rules, Percent, nameof(Percent)), first, rules.Keep(() => Typed.Whole(Years, nameof(Years))) ?? 0, rules.Keep(() => Part.Read(Parts)) ?? []);
        var price = string.IsNullOrWhiteSpace(PriceYear) ? first - 1 : rules.Keep(() => FinancialYear.ReadOrRefuse(PriceYear, nameof(PriceYear)));
        var owner = await rules.KeepAsync(() => choices.PersonAsync(Owner, nameof(Owner)));
        var form = new ProgrammeForm(Slug?.Trim(), Title, Purpose, owner, agreement, Number(rules, HourlyCost, nameof(HourlyCost)), price);
        rules.Look(() => form.Checked(deflators));
        if (await db.Programmes.AnyAsync(p => p.Slug == form.Slug))
        {
            rules.Look(() => throw new BrokenRuleException("Another programme has this address. Choose a different one", nameof(Slug)));
        }

        rules.Refuse();
        return form;
    }

    private static decimal Number(BrokenRules rules, string? typed, string field) => rules.Keep(() => Typed.Number(typed, field)) ?? 0;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        People = await choices.PeopleAsync();
        await next();
    }
}
