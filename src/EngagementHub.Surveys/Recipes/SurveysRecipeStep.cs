using EngagementHub.Surveys.Answers;
using EngagementHub.Surveys.Audience;
using EngagementHub.Surveys.Questions;
using EngagementHub.Surveys.Results;
using EngagementHub.Surveys.Surveys;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Recipes;

/// <summary>
/// <c>{ "name": "Surveys", "Surveys": [{ "Key": "winter-2007", "Title": "…", "Purpose": "…", "Use": "…", "FirstDay": "2007-01-08", "LastDay": "2007-01-19", "Threshold": 10, "Floor": 50, "Questions": ["effective-action", …],
/// "OpenedBy": "…", "OpenedAt": "…Z", "Everybody": true or "People": ["user name,unit,grade", …] or "Groups": [{ "Unit": "…", "Grade": "…", "Asked": 40, "Answers": [{ "Marks": [4, 3, 4], "Times": 12 }] }],
/// "Words": { "one-change": ["…"] }, "Response": { "Text": "…", "By": "…", "At": "…Z" } }] }</c>.
/// The people of a group are nobody: they stand for staff whose answers a demonstration needs.
/// With <c>"OpenFor": 28</c> in place of the days and of <c>OpenedAt</c> it opens on the day on which the recipe is applied, for so many days: something to answer whenever somebody looks.
/// </summary>
internal sealed class SurveysRecipeStep(HubDb db, IStaffDirectory directory, Guests guests, Closing closing, IEnumerable<IHoldText> holds, SurveyDesk desk) : IRecipeStep
{
    public string Name => "Surveys";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        foreach (var item in step.Body["Surveys"].Items())
        {
            var id = StableId.From($"{SurveysModule.SurveyKind}/{item["Key"].Text()}");
            if (!await db.Surveys.AnyAsync(s => s.Id == id, cancellation))
            {
                var survey = await OpenAsync(item, id, cancellation);
                await AnswerAsync(item, survey, cancellation);
                await RespondAsync(item, survey, cancellation);
            }
        }
    }

    private async Task<Survey> OpenAsync(RecipeNode item, Guid id, CancellationToken cancellation)
    {
        var (first, last, opened) = DaysOf(item);
        var survey = Survey.Draft(new Intent(item["Title"].Text(), item["Purpose"].Text(), item["Use"].Text(), first, last, item.Find("Threshold")?.Number() ?? Survey.Fewest, item.Find("Floor")?.Number() ?? 0), id);
        survey.Choose(await QuestionsAsync(item, cancellation));
        db.Surveys.Add(survey);
        db.Places.AddRange(item.ItemsOf("Groups").SelectMany(g => Enumerable.Range(0, g["Asked"].Number()).Select(i => PlaceOf(survey, g, i))));
        if (item.FlagOr("Everybody", false))
        {
            db.Places.AddRange((await directory.AllAsync(cancellation)).Select(s => Place.Of(id, s.Id, "", "")));
        }

        if (item.Find("People") is { } people)
        {
            await guests.InviteAsync(survey, AudienceList.Read(people.Text()), cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await guests.OpenAsync(survey, (await SurveyQuestionsRecipeStep.PersonAsync(item["OpenedBy"], directory, cancellation), opened, survey.FirstDay), cancellation);

        // What happened before the hub was there is not announced again.
        survey.Tell(0);
        survey.Remind();
        await db.SaveChangesAsync(cancellation);
        return survey;
    }

    private (DateOnly First, DateOnly Last, DateTimeOffset Opened) DaysOf(RecipeNode item) => item.Find("OpenFor") is { } days
        ? (desk.Today, desk.Today.AddDays(days.Number() - 1), desk.Now)
        : (item["FirstDay"].Day(), item["LastDay"].Day(), item["OpenedAt"].Instant());

    private async Task<List<Question>> QuestionsAsync(RecipeNode item, CancellationToken cancellation)
    {
        List<Question> questions = [];
        foreach (var key in item["Questions"].Items())
        {
            var id = SurveyQuestionsRecipeStep.IdOf(key);
            questions.Add(await db.SurveyQuestions.FirstOrDefaultAsync(q => q.Id == id, cancellation) ?? throw key.Refuse($"there is no question '{key.Text()}'; the SurveyQuestions step must come before"));
        }

        return questions;
    }

    private async Task AnswerAsync(RecipeNode item, Survey survey, CancellationToken cancellation)
    {
        List<(StaffId, Ballot)> sent = [];
        foreach (var group in item.ItemsOf("Groups"))
        {
            var answers = group.ItemsOf("Answers").SelectMany(a => Enumerable.Repeat(a["Marks"].Items().Select(m => MarkOf(m)).ToList(), a["Times"].Number()));
            sent.AddRange(answers.Select((marks, i) => (PlaceOf(survey, group, i).Who, new Ballot(survey.Id, Whole(marks, survey, group), []))));
        }

        if (sent.Count > 0)
        {
            var delivery = await Delivery.PrepareAsync(db, sent, survey.FirstDay);
            sent.ForEach(s => delivery.Take(s.Item1, s.Item2)());
            await WriteAsync(item, survey, cancellation);
            await delivery.SaveAsync();
            await db.Entry(survey).ReloadAsync(cancellation);
            // What was counted stands in the database only.
            db.ChangeTracker.Entries<Tally>().Where(t => t.Entity.SurveyId == survey.Id).ToList().ForEach(t => t.State = EntityState.Detached);
        }
    }

    private async Task RespondAsync(RecipeNode item, Survey survey, CancellationToken cancellation)
    {
        if (item.Find("Response") is { } response)
        {
            var (by, at) = (await SurveyQuestionsRecipeStep.PersonAsync(response["By"], directory, cancellation), response["At"].Instant());
            await closing.CloseAsync(survey.Id, at, cancellation);
            survey.Respond(response["Text"].Text(), by, at);
            await db.SaveChangesAsync(cancellation);
        }
    }

    private async Task WriteAsync(RecipeNode item, Survey survey, CancellationToken cancellation)
    {
        foreach (var (key, texts) in item.Find("Words")?.Properties() ?? [])
        {
            var number = NumberOf(key, texts, survey);
            foreach (var text in texts.Items().Select(t => t.Text()))
            {
                var found = holds.FirstOrDefault() is { } hold ? await hold.ReasonsAsync(text, cancellation) : [];
                db.TextAnswers.Add(TextAnswer.Write(survey.Id, number, text, found));
            }
        }
    }

    private static int NumberOf(string key, RecipeNode at, Survey survey) =>
        survey.Items.FirstOrDefault(i => i.Kind == QuestionKind.Words && i.Question == StableId.From($"{SurveysModule.QuestionKind}/{key}"))?.Number ?? throw at.Refuse($"'{key}' is not one of its questions in words");

    private static Place PlaceOf(Survey survey, RecipeNode group, int number)
    {
        var (unit, grade) = (group.TextOr("Unit", ""), group.TextOr("Grade", ""));
        return Place.Of(survey.Id, new StaffId(StableId.From($"surveys.guest/{unit}/{grade}/{number}")), unit, grade);
    }

    private static int MarkOf(RecipeNode mark) => mark.Number() is >= 1 and <= Tally.Points and var m ? m : throw mark.Refuse("a mark is 1, 2, 3, 4 or 5");

    private static List<int> Whole(List<int> marks, Survey survey, RecipeNode group) => marks.Count == survey.Items.Count(i => i.Kind == QuestionKind.Agreement)
        ? marks
        : throw group.Refuse("give one mark for each question on five points");
}
