using EngagementHub.Plans.Benefits;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Recipes;

/// <summary>
/// <c>{ "name": "Benefits", "Programmes": [{ "Slug": "vfm", "Title": "…", "Purpose": "…", "Owner": "…", "Baseline": 15246, "Percent": 3, "FirstYear": "2008-09", "Years": 3, "Parts": ["Police: 80", "Department: 20"], "HourlyCost": 30, "PriceYear": "2007-08", "By": "…", "At": "…Z",
/// "Benefits": [{ "Key": "b1", "Title": "…", "Category": "…", "Class": "CashReleasing", "Description": "…", "Officer": "…", "Project": "…", "Part": "…", "Feature": "…", "Costs": "…", "Activities": "…", "TargetImprovement": "…", "FullYearValue": 12.5, "Measure": "m1", "Share": 60, "Risk": 20, "IsDisbenefit": false,
/// "Profile": ["2008-09: gain 12.5, up front 3, running 0.4, hours 1200"], "Verified": [{ "Year": "2008-09", "Amount": 9.1, "Evidence": "…", "By": "…", "At": "…Z" }] }],
/// "Updates": [{ "Year": "2008-09", "Quarter": 1, "Performance": "…", "Milestones": "…", "Risks": "…", "By": "…", "At": "…Z" }] }] }</c>.
/// </summary>
internal sealed class BenefitsRecipeStep(HubDb db, RecipeNames names, Deflators deflators) : IRecipeStep
{
    public string Name => "Benefits";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        foreach (var item in step.Body["Programmes"].Items())
        {
            var slug = item["Slug"].Text();
            if (!await db.Programmes.AnyAsync(p => p.Slug == slug, cancellation))
            {
                await MakeAsync(item, cancellation);
            }
        }
    }

    private async Task MakeAsync(RecipeNode item, CancellationToken cancellation)
    {
        var act = await names.ActAsync(item);
        var (first, price) = (YearOf(item["FirstYear"]), YearOf(item["PriceYear"]));
        var owner = await names.PersonAsync(item["Owner"]);
        var programme = RecipeNames.Saying(item, () => Programme.Begin(
            new ProgrammeForm(item["Slug"].Text(), item["Title"].Text(), item["Purpose"].Text(), owner, new Agreement(item["Baseline"].Decimal(), item["Percent"].Decimal(), first, item["Years"].Number(), Part.Read(item.Find("Parts")?.Text())), item["HourlyCost"].Decimal(), price),
            deflators, act, RecipeNames.Programme(item["Slug"].Text())));
        List<Benefit> benefits = [];
        foreach (var node in item.ItemsOf("Benefits"))
        {
            benefits.Add(await RegisterAsync(programme, node, benefits, (act, cancellation)));
        }

        await TellAsync(programme, benefits, item);
        db.Programmes.Add(programme);
        db.Benefits.AddRange(benefits);
    }

    private async Task<Benefit> RegisterAsync(Programme programme, RecipeNode node, List<Benefit> before, (Act Act, CancellationToken Cancellation) how)
    {
        var form = Read(node, await names.PersonAsync(node["Officer"]));
        var measure = form.Measure is { } id ? await db.PlanMeasures.FirstOrDefaultAsync(m => m.Id == id, how.Cancellation) ?? throw node["Measure"].Refuse($"there is no measure '{node["Measure"].Text()}'; the Plans step must come before") : null;
        var benefit = RecipeNames.Saying(node, () => Benefit.Register(programme, form, (before.Count + 1, how.Act), RecipeNames.Benefit(node["Key"].Text())));
        RecipeNames.Saying(node, () => benefit.RefuseClaimedTwice(before));
        foreach (var said in node.ItemsOf("Verified"))
        {
            var act = await names.ActAsync(said);
            RecipeNames.Saying(said, () => benefit.Verify(new VerificationForm(said["Year"].Text(), said["Amount"].Decimal(), said["Evidence"].Text(), said.Find("Because")?.Text()), (benefit.Class == BenefitClass.CashReleasing, measure), act));
        }

        return benefit;
    }

    private async Task TellAsync(Programme programme, List<Benefit> benefits, RecipeNode item)
    {
        foreach (var node in item.ItemsOf("Updates"))
        {
            var act = await names.ActAsync(node);
            var form = new UpdateForm(node["Year"].Text(), node["Quarter"].Number(), node["Performance"].Text(), node["Milestones"].Text(), node["Risks"].Text(), node.Find("Because")?.Text());
            RecipeNames.Saying(node, () => programme.Report(form, Account.Of(programme, benefits, deflators, act.At), act));
        }
    }

    private static BenefitForm Read(RecipeNode node, StaffId officer) => RecipeNames.Saying(node, () => new BenefitForm(node["Title"].Text(), node["Category"].Text(), RecipeNames.OneOf<BenefitClass>(node["Class"]), node["Description"].Text(), officer)
    {
        Project = node.Find("Project")?.Text(),
        Part = node.Find("Part")?.Text(),
        Feature = node.Find("Feature")?.Text(),
        Costs = node.Find("Costs")?.Text(),
        Activities = node["Activities"].Text(),
        TargetImprovement = node["TargetImprovement"].Text(),
        FullYearValue = node.Find("FullYearValue")?.Decimal(),
        Measure = node.Find("Measure") is { } key ? RecipeNames.Measure(key.Text()) : null,
        Share = node.Find("Share")?.Number(),
        Risk = node.Find("Risk")?.Number(),
        IsDisbenefit = node.FlagOr("IsDisbenefit", false),
        IsCounted = node.FlagOr("IsCounted", false),
        Profile = BenefitYear.Read(node.Find("Profile")?.Text()),
    });

    private static int YearOf(RecipeNode word) => FinancialYear.Read(word.Text()) ?? throw word.Refuse($"'{word.Text()}' is not a financial year; write it as 2008-09");
}
