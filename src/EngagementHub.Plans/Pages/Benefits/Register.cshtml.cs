using EngagementHub.Core.Ui;
using EngagementHub.Plans.Benefits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Pages.Benefits;

internal sealed class RegisterModel(HubDb db, PlansDesk desk, ProgrammeReader reader, Choices choices) : ProgrammePage(db, desk, reader)
{
    [BindProperty]
    public Entry Typing { get; set; } = new();

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Measures { get; private set; } = [];

    public IEnumerable<SelectListItem> Parts => Programme.Agreement.Parts.Select(p => new SelectListItem(p.Name, p.Name));

    public static IReadOnlyList<Choice> Classes { get; } = [.. Enum.GetValues<BenefitClass>().Select(c => new Choice(c.ToString(), c.Word(), c.Meaning()))];

    public async Task<IActionResult> OnPostAsync()
    {
        try
        {
            var rules = new BrokenRules();
            var form = Typing.Read(await rules.KeepAsync(() => choices.PersonAsync(Typing.Officer, nameof(Entry.Officer))), rules);
            rules.Look(() => form.Checked(Programme));
            rules.Refuse();
            var benefit = Benefit.Register(Programme, form, (View.Benefits.Count + 1, Desk.Act));
            benefit.RefuseClaimedTwice(await Db.Benefits.AsNoTracking().Where(b => b.Measure != null).ToListAsync());
            Db.Benefits.Add(benefit);
            return await SaveAsync("The benefit is registered as a forecast. It counts when somebody else has verified it.", $"{Here}/{benefit.Number}");
        }
        catch (BrokenRuleException broken)
        {
            // The form's fields have a prefix that the rule does not know.
            throw broken.Under(field => $"{nameof(Typing)}.{field}");
        }
    }

    protected override async Task<bool> FindMoreAsync()
    {
        People = await choices.PeopleAsync();
        var plans = Db.Plans;
        Measures = (await Db.PlanMeasures.Where(m => m.BaselineDay != null).Join(plans, m => m.Plan, p => p.Id, (m, p) => new { m.Id, m.Name, p.Title }).OrderBy(m => m.Title).ThenBy(m => m.Name).ToListAsync())
            .ConvertAll(m => new SelectListItem($"{m.Title}: {m.Name}", m.Id.ToString()));
        return true;
    }

    /// <summary>The register's fields as typed.</summary>
    internal sealed class Entry
    {
        public string? Title { get; set; }

        public string? Category { get; set; }

        public string? Class { get; set; }

        public string? Description { get; set; }

        public Guid? Officer { get; set; }

        public string? Project { get; set; }

        public string? Part { get; set; }

        public string? Feature { get; set; }

        public string? Costs { get; set; }

        public string? Activities { get; set; }

        public string? TargetImprovement { get; set; }

        public string? FullYearValue { get; set; }

        public Guid? Measure { get; set; }

        public string? Share { get; set; }

        public string? Risk { get; set; }

        public bool IsDisbenefit { get; set; }

        public bool IsCounted { get; set; }

        public string? Profile { get; set; }

        public BenefitForm Read(StaffId? officer, BrokenRules rules) => new(Title, Category, Typed.OneOf<BenefitClass>(Class), Description, officer)
        {
            Project = Project,
            Part = Part,
            Feature = Feature,
            Costs = Costs,
            Activities = Activities,
            TargetImprovement = TargetImprovement,
            FullYearValue = rules.Keep(() => Typed.Number(FullYearValue, nameof(FullYearValue))),
            Measure = Measure,
            Share = rules.Keep(() => Typed.Whole(Share, nameof(Share))),
            Risk = rules.Keep(() => Typed.Whole(Risk, nameof(Risk))),
            IsDisbenefit = IsDisbenefit,
            IsCounted = IsCounted,
            Profile = rules.Keep(() => BenefitYear.Read(Profile)) ?? [],
        };
    }
}
