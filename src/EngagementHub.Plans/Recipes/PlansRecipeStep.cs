using EngagementHub.Plans.Measures;
using EngagementHub.Plans.Plans;
using EngagementHub.Plans.Readings;
using EngagementHub.Plans.Reviews;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Recipes;

/// <summary>
/// <c>{ "name": "Plans", "Plans": [{ "Slug": "hr", "Kind": "ImprovementPlan", "Title": "…", "Purpose": "…", "Owner": "head-of-hr", "FirstDay": "2007-05-01", "RhythmDays": 30, "ToleranceDays": 10, "Edition": "2009", "By": "…", "At": "…Z",
/// "Areas": ["Pay: 60", "Recruitment: 40"], "Expected": { "6": "…", "12": "…", "24": "…" },
/// "Measures": [{ "Key": "m1", "Name": "…", "Unit": "%", "Owner": "…", "Target": 95, "TargetDay": "…", "Failure": "…", "Source": "service/level" (optional), "Baseline": { "Value": 80, "Day": "…", "Method": "…", "Source": "…" }, "Readings": [{ "Value": 84, "Day": "…", "Evidence": "…", "By": "…", "At": "…Z" }] }],
/// "Actions": [{ "Key": "a1", "Area": "Pay", "Title": "…", "Success": "…", "Owner": "…", "Lead": "…", "Element": "D4", "Begins": "…", "Due": "…", "Measure": "m1", "Causes": [{ "Promise": "…" or "Theme", "Comment", "Question", "Level", "Words": "…" }],
/// "Moved": [{ "Due": "…", "Because": "…", "By": "…", "At": "…Z" }], "Said": [{ "Side": "owner", "Rag": "Amber/Green", "Because": "…", "By": "…", "At": "…Z" }], "Done": { "How": "…", "By": "…", "At": "…Z" }, "Dropped": { "Because": "…", … } }],
/// "Adopted": { "By": "…", "At": "…Z" }, "Reviews": [{ "Rag": "…", "Findings": "…", "Next": "…", "By": "…", "At": "…Z" }], "Closed": { "Because": "…", "By": "…", "At": "…Z" } }] }</c>.
/// </summary>
internal sealed class PlansRecipeStep(HubDb db, RecipeNames names, MeasureSources sources, ActionRecipe actions) : IRecipeStep
{
    public string Name => "Plans";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        foreach (var item in step.Body["Plans"].Items())
        {
            var slug = item["Slug"].Text();
            if (!await db.Plans.AnyAsync(p => p.Slug == slug, cancellation))
            {
                await MakeAsync(item, cancellation);
            }
        }
    }

    private async Task MakeAsync(RecipeNode item, CancellationToken cancellation)
    {
        var plan = await DraftAsync(item);
        var measures = new Dictionary<string, Measure>();
        foreach (var node in item.ItemsOf("Measures"))
        {
            measures[node["Key"].Text()] = db.PlanMeasures.Add(await MeasureAsync(plan, node, item, cancellation)).Entity;
        }

        List<PlannedAction> made = [];
        foreach (var node in item.ItemsOf("Actions"))
        {
            made.Add(await actions.AddAsync(plan, node, made.Count, measures, cancellation));
        }

        db.Plans.Add(plan);
        db.PlannedActions.AddRange(made);
        if (item.Find("Adopted") is { } adopted)
        {
            var act = await names.ActAsync(adopted);
            RecipeNames.Saying(adopted, () => plan.Adopt(made, act));
            await AfterAsync(plan, made, (item, measures.Values), cancellation);
        }
    }

    private async Task AfterAsync(Plan plan, List<PlannedAction> made, (RecipeNode Item, IEnumerable<Measure> Measures) rest, CancellationToken cancellation)
    {
        foreach (var (action, node) in made.Zip(rest.Item.ItemsOf("Actions")))
        {
            await actions.ContinueAsync(plan, action, node);
        }

        foreach (var node in rest.Item.ItemsOf("Reviews"))
        {
            var act = await names.ActAsync(node);
            db.PlanReviews.Add(RecipeNames.Saying(node, () => Review.Of(plan, (RecipeNames.OneOf<Rag>(node["Rag"]), node["Findings"].Text(), node["Next"].Text()), act, StableId.From($"plans.review/{plan.Slug}/{act.At.UtcTicks}"))));
        }

        if (rest.Item.Find("Closed") is { } closed)
        {
            var act = await names.ActAsync(closed);
            RecipeNames.Saying(closed, () => plan.Close(closed["Because"].Text(), act));
        }
    }

    private async Task<Plan> DraftAsync(RecipeNode item)
    {
        var form = new PlanForm(item["Slug"].Text(), RecipeNames.OneOf<PlanKind>(item["Kind"]), item["Title"].Text(), item["Purpose"].Text(), await names.PersonAsync(item["Owner"]), item["FirstDay"].Day(), item["Areas"].Text());
        form = form with { RhythmDays = item.Find("RhythmDays")?.Number() ?? form.RhythmDays, ToleranceDays = item.Find("ToleranceDays")?.Number() ?? form.ToleranceDays, Edition = item.TextOr("Edition", form.Edition!) };
        var act = await names.ActAsync(item);
        var plan = RecipeNames.Saying(item, () => Plan.Draft(form, act, RecipeNames.Plan(form.Slug!)));
        foreach (var (months, expected) in item.Find("Expected")?.Properties() ?? [])
        {
            RecipeNames.Saying(expected, () => plan.Expect(int.Parse(months, System.Globalization.CultureInfo.InvariantCulture), expected.Text()));
        }

        return plan;
    }

    private async Task<Measure> MeasureAsync(Plan plan, RecipeNode node, RecipeNode planNode, CancellationToken cancellation)
    {
        var source = node.Find("Source") is { } key ? (await sources.AllAsync(cancellation)).FirstOrDefault(s => s.Key == key.Text())?.Subject ?? throw key.Refuse($"nothing is measured under '{key.Text()}'; its step must come before") : (SubjectRef?)null;
        var form = new MeasureForm(node["Name"].Text(), node["Unit"].Text(), await names.PersonAsync(node["Owner"]), node["Target"].Decimal(), node["TargetDay"].Day(), node["Failure"].Text()) { Source = source };
        var act = await names.ActAsync(planNode);
        var measure = RecipeNames.Saying(node, () => Measure.Define(plan, form, act, RecipeNames.Measure(node["Key"].Text())));
        if (node.Find("Baseline") is { } taken)
        {
            RecipeNames.Saying(taken, () => measure.Begin(new BaselineForm(taken["Value"].Decimal(), taken["Day"].Day(), taken["Method"].Text(), taken["Source"].Text()), act));
        }

        foreach (var reading in node.ItemsOf("Readings"))
        {
            var read = await names.ActAsync(reading);
            RecipeNames.Saying(reading, () => measure.Read(plan, new ReadingForm(reading["Value"].Decimal(), reading["Day"].Day(), reading["Evidence"].Text(), reading.Find("Because")?.Text()), read));
        }

        return measure;
    }
}
