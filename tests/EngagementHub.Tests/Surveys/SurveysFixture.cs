using System.Net;
using EngagementHub.Notifications.Mail;
using EngagementHub.Surveys;
using EngagementHub.Surveys.Questions;
using EngagementHub.Surveys.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Surveys;

/// <summary>The hub with forty more people in it: w01 to w40, twenty in North and twenty in South.</summary>
public class SurveysFixture : HubFixture
{
    public static readonly DateOnly First = new(2007, 4, 23);
    private static readonly DateTimeOffset Before = new(2007, 4, 2, 9, 0, 0, TimeSpan.Zero);

    protected override string Recipe
    {
        get
        {
            var path = Path.Combine(Folder, "workers.recipe.json");
            var workers = Enumerable.Range(1, 40).Select(i => $$"""{ "UserName": "{{Worker(i)}}", "Name": "Worker Number{{i}}", "Title": "Officer", "Mail": "{{Worker(i)}}@department.example", "Roles": [], "Persona": true }""");
            File.WriteAllText(path, File.ReadAllText(base.Recipe).Replace("\"Staff\": [", $"\"Staff\": [{string.Join(",", workers)},", StringComparison.Ordinal));
            return path;
        }
    }

    public static string Worker(int number) => $"w{number:00}";

    public static StaffId Id(int number) => new(StableId.From($"staff/{Worker(number)}"));

    public static string List(int from = 1, int to = 40) => string.Join('\n', Enumerable.Range(from, to - from + 1).Select(i => $"{Worker(i)},{(i <= 20 ? "North" : "South")},{(i % 2 == 0 ? "AO" : "EO")}"));

    /// <summary>An open pulse check with two questions on five points and one in words, drafted, filled and opened through the pages.</summary>
    public async Task<Guid> Opened(string title, string? people = null, int days = 4)
    {
        await Questions(title);
        var olu = await As("office");
        var form = await olu.Open("/surveys/draft");
        (await form.Submit(
            ("Title", title), ("Purpose", "To know how things are"), ("Use", "The board answers by 30 May"),
            ("FirstDay.Day", "23"), ("FirstDay.Month", "4"), ("FirstDay.Year", "2007"),
            ("LastDay.Day", $"{23 + days}"), ("LastDay.Month", "4"), ("LastDay.Year", "2007"),
            ("Questions", "heard"), ("Questions", "proud"), ("Questions", "one-change"))).MustBe(HttpStatusCode.OK);
        var id = await In((_, db) => db.Surveys.Where(s => s.Title == title).Select(s => s.Id).SingleAsync());
        (await (await olu.Open($"/surveys/{id}/audience")).Submit("main form[enctype]", ("People", people ?? List()))).MustBe(HttpStatusCode.OK);
        (await (await olu.Open($"/surveys/{id}/open")).Submit()).MustBe(HttpStatusCode.OK);
        return id;
    }

    public async Task<HubPage> Answer(Guid survey, string userName, int heard = 4, int proud = 3, string words = "") =>
        await (await (await As(userName)).Open($"/surveys/{survey}/answer")).Submit(("Marks[1]", $"{heard}"), ("Marks[2]", $"{proud}"), ("Words[3]", words));

    public async Task AnswerAll(Guid survey, IEnumerable<int> workers, Func<int, int>? heard = null)
    {
        foreach (var worker in workers)
        {
            (await Answer(survey, Worker(worker), heard?.Invoke(worker) ?? 4)).MustBe(HttpStatusCode.OK);
        }
    }

    /// <summary>Lets its last day pass, closes it, and comes back to now.</summary>
    public async Task Close()
    {
        var now = Clock.Now;
        Clock.Now = new DateTimeOffset(2007, 5, 1, 9, 0, 0, TimeSpan.Zero);
        await RunJob("surveys.closing");
        Clock.Now = now;
    }

    public async Task Respond(Guid survey) => (await (await (await As("office")).Open($"/surveys/{survey}/respond")).Submit(("Said", "You said rooms are cold. We will heat them."))).MustBe(HttpStatusCode.OK);

    internal Task<Survey> Find(Guid id) => In((_, db) => db.Surveys.AsNoTracking().SingleAsync(s => s.Id == id));

    public async Task SendMail()
    {
        while (await Services.GetRequiredService<MailWorker>().SendDueAsync(TestContext.Current.CancellationToken) > 0)
        {
        }
    }

    /// <summary>The rows of a table as they come, as text.</summary>
    public Task<List<string>> Rows(string table) => In(async (_, db) =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)}={(reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i))}")));
        }

        return rows;
    });

    /// <summary>What a query finds, one text a row.</summary>
    public Task<List<string>> Ask(string sql) => In(async (_, db) =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
        }

        return rows;
    });

    // In words of its own for each pulse check, so that those of other tests are not compared with it.
    private Task<int> Questions(string title) => In(async (_, db) =>
    {
        if (!await db.SurveyQuestions.AnyAsync())
        {
            db.SurveyQuestions.AddRange(
                Question.Ask("heard", QuestionKind.Agreement, "Leading change", "What I say here is heard", (People.Olu, Before)),
                Question.Ask("proud", QuestionKind.Agreement, "My work", "I am proud to work here", (People.Olu, Before)),
                Question.Ask("one-change", QuestionKind.Words, "Leading change", "What one thing would you change?", (People.Olu, Before)));
            await db.SaveChangesAsync();
        }

        foreach (var question in await db.SurveyQuestions.ToListAsync())
        {
            question.Word($"{question.Wordings[0].Text} ({title})", (People.Olu, Before));
        }

        return 0;
    });
}
