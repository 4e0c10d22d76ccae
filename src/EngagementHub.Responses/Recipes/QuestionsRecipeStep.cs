using EngagementHub.Responses.Questions;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Recipes;

/// <summary>
/// <c>{ "name": "Questions", "Questions": [{ "Key": "q1", "Theme": "pay", "Wording": "…?", "Comments": ["c1"], "AskedBy": "head-of-hr", "AskedAt": "…Z",
/// "Responder": "head-of-reward", "Due": "2007-04-24", "Answers": [{ "Key": "a1", "State": "answered", "Text": "…", "By": "head-of-reward", "At": "…Z", "Published": "…Z" }] }] }</c>.
/// </summary>
internal sealed class QuestionsRecipeStep(HubDb db, RecipeNames names) : IRecipeStep
{
    public string Name => "Questions";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        foreach (var item in step.Body["Questions"].Items())
        {
            var id = RecipeNames.Question(item["Key"]);
            if (!await db.Questions.AnyAsync(q => q.Id == id, cancellation))
            {
                await AskAsync(item, id, cancellation);
            }
        }
    }

    private async Task AskAsync(RecipeNode item, Guid id, CancellationToken cancellation)
    {
        var key = item["Theme"];
        var themeId = RecipeNames.Theme(key);
        var theme = await db.Themes.FirstOrDefaultAsync(t => t.Id == themeId, cancellation) ?? throw key.Refuse($"there is no theme '{key.Text()}'");
        var asked = await names.ActAsync(item, "AskedBy", "AskedAt");
        List<Guid> comments = [.. item.ItemsOf("Comments").Select(RecipeNames.Comment)];
        await RefuseOutsideAsync(item, theme.Id, cancellation);

        var question = RecipeNames.Saying(item, () => Question.Ask(theme, item["Wording"].Text(), comments, asked, id));
        RecipeNames.Saying(item, () => { question.QuoteFrom(item.Find("Quote") is { } quote ? RecipeNames.Comment(quote) : null); return true; });
        if (item.Find("Responder") is { } responder)
        {
            question.GiveTo(await names.PersonAsync(responder), item.Find("Due")?.Day(), asked);
        }

        foreach (var answer in item.ItemsOf("Answers"))
        {
            await AnswerAsync(question, answer);
        }

        db.Questions.Add(question);
    }

    private async Task RefuseOutsideAsync(RecipeNode item, Guid theme, CancellationToken cancellation)
    {
        var ids = item.ItemsOf("Comments").Select(RecipeNames.Comment).ToList();
        var sortings = await db.Sortings.AsNoTracking().Where(s => ids.Contains(s.Comment)).ToListAsync(cancellation);
        var inside = sortings.Where(s => s.Themes.Contains(theme)).Select(s => s.Comment).ToHashSet();
        if (item.ItemsOf("Comments").FirstOrDefault(n => !inside.Contains(RecipeNames.Comment(n))) is { } outside)
        {
            throw outside.Refuse($"comment '{outside.Text()}' is not in the theme '{item["Theme"].Text()}'");
        }
    }

    private async Task AnswerAsync(Question question, RecipeNode item)
    {
        var (by, at) = await names.ActAsync(item, "By", "At");
        var text = new AnswerText(StateOf(item["State"]), item["Text"].Text(), item.Find("Where")?.Text(), item.Find("Until")?.Day());
        RecipeNames.Saying(item, () => question.Write(text, by, at, RecipeNames.Answer(item["Key"])));
        if (item.Find("Published") is { } published)
        {
            question.Publish(published.Instant());
        }
    }

    private static AnswerState StateOf(RecipeNode node) => node.Text() switch
    {
        "answered" => AnswerState.Answered,
        "redirected" => AnswerState.Redirected,
        "will-not" => AnswerState.WillNot,
        "outstanding" => AnswerState.Outstanding,
        var other => throw node.Refuse($"'{other}' is not a state; write answered, redirected, will-not or outstanding"),
    };
}
