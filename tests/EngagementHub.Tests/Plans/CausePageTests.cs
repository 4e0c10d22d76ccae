using System.Net;
using EngagementHub.Surveys;
using EngagementHub.Surveys.Questions;

namespace EngagementHub.Tests.Plans;

/// <summary>From what staff said to the action it led to.</summary>
public sealed class CausePageTests(PlansHub hub) : IClassFixture<PlansHub>
{
    [Fact]
    public async Task A_new_action_is_begun_from_a_question_of_a_pulse_check_and_names_it()
    {
        var (plan, question) = (await hub.Drafted("from-a-question"), await Asked("cold-rooms"));
        var olu = await hub.As("office");
        var cause = await olu.Open($"/plans/cause?of={question}");
        var form = await olu.Open(cause.Document.QuerySelectorAll("main a").Single(a => a.TextContent == "Plan from-a-question").GetAttribute("href")!);

        Assert.Contains("The rooms are warm enough (cold-rooms)", form.Text, StringComparison.Ordinal);
        var area = form.Document.QuerySelector("#Area option[value]:not([value=''])")!.GetAttribute("value")!;
        var action = await form.Submit(("Area", area), ("Title", "Heat the rooms"), ("Success", "20 degrees at nine"), ("Owner", $"{People.Grace}"), ("Due.Day", "29"), ("Due.Month", "6"), ("Due.Year", "2007"));

        Assert.Contains("The rooms are warm enough (cold-rooms)", action.Row("What caused it"), StringComparison.Ordinal);
        Assert.DoesNotContain("Heat the rooms", (await olu.Open("/surveys/trends/cold-rooms")).Text, StringComparison.Ordinal);
        (await (await olu.Open($"{plan}/adopt")).Submit(("At6", "Warm"), ("At12", "Warm"), ("At24", "Warm"))).MustBe(HttpStatusCode.OK);
        Assert.Contains("Heat the rooms", (await (await hub.As("tom")).Open("/surveys/trends/cold-rooms")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_runs_no_plan_neither_sees_the_actions_of_drafts_nor_names_causes()
    {
        var question = await Asked("not-for-tom");
        await hub.Drafted("secret-draft");
        await hub.Added("secret-draft", "Nobody knows of this yet", new DateOnly(2007, 6, 29));

        var tom = await hub.As("tom");

        (await tom.Open($"/plans/cause?of={question}")).MustBe(HttpStatusCode.Forbidden);
        Assert.DoesNotContain("/plans/cause", (await tom.Open("/surveys/trends/not-for-tom")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_of_a_plan_names_causes_of_its_actions_and_of_no_others()
    {
        var question = await Asked("of-her-own");
        await hub.Adopted("of-priya");

        var page = await (await hub.As("priya")).Open($"/plans/cause?of={question}");
        var refused = await page.Submit(("Action", $"{Guid.NewGuid()}"));

        Assert.Contains("Clear the queries of of-priya", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Choose the action it led to"], refused.Errors);
    }

    private Task<SubjectRef> Asked(string key) => hub.In((_, db) =>
    {
        var question = Question.Ask(key, QuestionKind.Agreement, "Buildings", $"The rooms are warm enough ({key})", (People.Olu, new DateTimeOffset(2007, 4, 2, 9, 0, 0, TimeSpan.Zero)));
        db.SurveyQuestions.Add(question);
        return Task.FromResult(new SubjectRef("surveys.question", question.Id));
    });
}
