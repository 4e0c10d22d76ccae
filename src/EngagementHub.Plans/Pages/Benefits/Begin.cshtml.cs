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
        var first = FinancialYear.ReadOrRefuse(FirstYear, nameof(FirstYear));
        var agreement = new Agreement(Typed.Number(Baseline, nameof(Baseline)) ?? 0, Typed.Number(Percent, nameof(Percent)) ?? 0, first, Typed.Whole(Years, nameof(Years)) ?? 0, Part.Read(Parts));
        var price = string.IsNullOrWhiteSpace(PriceYear) ? first - 1 : FinancialYear.ReadOrRefuse(PriceYear, nameof(PriceYear));
        var form = new ProgrammeForm(Slug?.Trim(), Title, Purpose, await choices.PersonAsync(Owner, nameof(Owner)), agreement, Typed.Number(HourlyCost, nameof(HourlyCost)) ?? 0, price);
        if (await db.Programmes.AnyAsync(p => p.Slug == form.Slug))
        {
            throw new BrokenRuleException("Another programme has this address. Choose a different one", nameof(Slug));
        }

        db.Programmes.Add(Programme.Begin(form, deflators, desk.Act));
        await db.SaveChangesAsync();
        this.Notify("The programme has begun. Register what it is to gain.");
        return Redirect($"/benefits/{form.Slug}");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        People = await choices.PeopleAsync();
        await next();
    }
}
