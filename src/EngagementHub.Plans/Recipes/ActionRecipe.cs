using EngagementHub.Plans.Measures;
using EngagementHub.Plans.Plans;
using EngagementHub.Plans.Readings;

namespace EngagementHub.Plans.Recipes;

/// <summary>The actions of a plan in a recipe.</summary>
internal sealed class ActionRecipe(RecipeNames names, MeasureSources sources, IOfficeCalendar office, Subjects subjects)
{
    public async Task<PlannedAction> AddAsync(Plan plan, RecipeNode node, int place, Dictionary<string, Measure> measures, CancellationToken cancellation)
    {
        var area = plan.Areas.FirstOrDefault(a => a.Title == node["Area"].Text()) ?? throw node["Area"].Refuse($"the plan has no area '{node["Area"].Text()}'");
        var form = new ActionForm(area.Id, node["Title"].Text(), node["Success"].Text(), await names.PersonAsync(node["Owner"]), node.Find("Begins")?.Day(), node["Due"].Day()) { Lead = node.Find("Lead")?.Text(), Element = node.Find("Element")?.Text() };
        var (act, calendar) = (new Act(plan.DraftedBy, plan.DraftedAt, plan.FirstDay), await office.GetAsync(cancellation));
        var action = RecipeNames.Saying(node, () => PlannedAction.Add(plan, form, (place, calendar, act), RecipeNames.Action(node["Key"].Text())));
        if (node.Find("Measure") is { } key)
        {
            var measure = measures.GetValueOrDefault(key.Text()) ?? throw key.Refuse($"the plan has no measure '{key.Text()}'");
            RecipeNames.Saying(key, () => action.Moves(measure, act));
        }

        foreach (var cause in node.ItemsOf("Causes"))
        {
            var subject = await CauseAsync(cause, cancellation);
            RecipeNames.Saying(cause, () => action.CausedBy(subject, cause.Find("Words")?.Text(), act));
        }

        return action;
    }

    /// <summary>What became of it once the plan was adopted, in the order of the instants.</summary>
    public async Task ContinueAsync(Plan plan, PlannedAction action, RecipeNode node)
    {
        var calendar = await office.GetAsync(CancellationToken.None);
        List<(Act Act, RecipeNode Node, Action Do)> happened = [];
        foreach (var moved in node.ItemsOf("Moved"))
        {
            var act = await names.ActAsync(moved);
            happened.Add((act, moved, () => action.Move(plan, (moved["Due"].Day(), moved["Because"].Text()), calendar, act)));
        }

        foreach (var said in node.ItemsOf("Said"))
        {
            var act = await names.ActAsync(said);
            happened.Add((act, said, () => action.Report(plan, (RecipeNames.OneOf<Side>(said["Side"]), RecipeNames.OneOf<Rag>(said["Rag"]), said["Because"].Text()), act)));
        }

        if ((node.Find("Done") ?? node.Find("Dropped")) is { } end)
        {
            var act = await names.ActAsync(end);
            happened.Add((act, end, end == node.Find("Done") ? () => action.Finish(plan, end["How"].Text(), act) : () => action.Drop(plan, end["Because"].Text(), act)));
        }

        happened.OrderBy(h => h.Act.At).ToList().ForEach(h => RecipeNames.Saying(h.Node, h.Do));
    }

    // Recipes name things of other modules by the keys that those modules' steps use.
    private async Task<SubjectRef> CauseAsync(RecipeNode cause, CancellationToken cancellation)
    {
        if (cause.Find("Question") is { } question && new SubjectRef("surveys.question", StableId.From($"surveys.question/{question.Text()}")) is var asked && await subjects.DescribeAsync(asked, cancellation) is not null)
        {
            return asked;
        }

        if ((cause.Find("Level") ?? cause.Find("Question")) is { } level)
        {
            return (await sources.AllAsync(cancellation)).FirstOrDefault(s => s.Key == level.Text())?.Subject ?? throw level.Refuse($"nothing is measured under '{level.Text()}'; its step must come before");
        }

        foreach (var (name, kind, prefix) in (ReadOnlySpan<(string, string, string)>)[("Theme", "responses.theme", "responses.theme"), ("Promise", "responses.promise", "responses.promise"), ("Comment", "conversation.comment", "comment")])
        {
            if (cause.Find(name) is { } key)
            {
                return new SubjectRef(kind, StableId.From($"{prefix}/{key.Text()}"));
            }
        }

        throw cause.Refuse("name the cause with 'Theme', 'Promise', 'Question', 'Comment' or 'Level'");
    }
}
