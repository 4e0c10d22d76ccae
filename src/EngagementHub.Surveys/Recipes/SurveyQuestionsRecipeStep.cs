using EngagementHub.Surveys.Questions;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Recipes;

/// <summary>
/// <c>{ "name": "SurveyQuestions", "Questions": [{ "Key": "effective-action", "Kind": "agreement" or "words", "Theme": "Leading change", "IndexItem": 1 (optional),
/// "Wordings": [{ "Text": "…", "By": "permanent-secretarys-office", "At": "2007-01-02T09:00:00Z" }] }] }</c>.
/// </summary>
internal sealed class SurveyQuestionsRecipeStep(HubDb db, IStaffDirectory directory) : IRecipeStep
{
    public string Name => "SurveyQuestions";

    public static Guid IdOf(RecipeNode key) => StableId.From($"{SurveysModule.QuestionKind}/{key.Text()}");

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        foreach (var item in step.Body["Questions"].Items())
        {
            var id = IdOf(item["Key"]);
            var question = await db.SurveyQuestions.FirstOrDefaultAsync(q => q.Id == id, cancellation);
            if (question is null)
            {
                question = Question.Recall(id, item["Key"].Text(), KindOf(item["Kind"]), item["Theme"].Text(), item.Find("IndexItem")?.Number());
                db.SurveyQuestions.Add(question);
            }

            foreach (var wording in item["Wordings"].Items().Skip(question.Wordings.Count))
            {
                question.Word(wording["Text"].Text(), (await PersonAsync(wording["By"], directory, cancellation), wording["At"].Instant()));
            }
        }
    }

    public static async Task<StaffId> PersonAsync(RecipeNode name, IStaffDirectory directory, CancellationToken cancellation) =>
        (await directory.FindByUserNameAsync(name.Text(), cancellation))?.Id ?? throw name.Refuse($"nobody has the user name '{name.Text()}'; the Staff step must come before");

    private static QuestionKind KindOf(RecipeNode kind) => kind.Text() switch
    {
        "agreement" => QuestionKind.Agreement,
        "words" => QuestionKind.Words,
        _ => throw kind.Refuse("use \"agreement\" or \"words\""),
    };
}
