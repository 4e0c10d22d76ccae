using System.Net;
using EngagementHub.Surveys;
using EngagementHub.Surveys.Answers;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Surveys;

/// <summary>Answering over HTTP: once for each person, only while it is open, only those who are asked.</summary>
public sealed class AnsweringPageTests(SurveysFixture hub) : IClassFixture<SurveysFixture>
{
    [Fact]
    public async Task What_is_answered_goes_into_the_sums_of_unit_and_grade()
    {
        var id = await hub.Opened("Into the sums");

        var page = await hub.Answer(id, "w01", heard: 5, proud: 2);

        page.MustBe(HttpStatusCode.OK);
        Assert.Equal("Your answers are in", page.Heading);
        var sums = (await Sums(id)).Where(t => t.Answered > 0).ToList();
        Assert.Equal([(Cut.Unit, "North"), (Cut.Grade, "EO")], sums.Select(t => (t.Cut, t.Group)).Order());
        Assert.All(sums, t => Assert.Equal([0, 0, 0, 0, 1, 0, 1, 0, 0, 0], t.Marks));
        Assert.Contains("You have answered", (await (await hub.As("w01")).Open($"/surveys/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_may_open_one_on_the_day_on_which_it_is_applied()
    {
        var (exit, errors) = await hub.ApplyRecipe("""
            { "name": "now", "steps": [
              { "name": "SurveyQuestions", "Questions": [{ "Key": "now-heard", "Kind": "agreement", "Theme": "Being heard", "Wordings": [{ "Text": "I am heard", "By": "office", "At": "2007-01-02T09:00:00Z" }] }] },
              { "name": "Surveys", "Surveys": [{ "Key": "now", "Title": "Open now", "OpenFor": 3, "Purpose": "To see", "Use": "It is read", "Questions": ["now-heard"], "OpenedBy": "office", "Everybody": true }] }
            ] }
            """);
        Assert.True(exit == 0, errors);

        var worker = await hub.As("w03");
        var page = await worker.Open($"/surveys/{StableId.From("surveys.survey/now")}");

        Assert.Contains("24 to 26 April 2007", page.Text, StringComparison.Ordinal);
        (await worker.Open($"/surveys/{StableId.From("surveys.survey/now")}/answer")).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_form_with_nothing_chosen_names_each_question_and_keeps_what_was_written()
    {
        var id = await hub.Opened("Nothing chosen");
        var worker = await hub.As("w01");

        var page = await (await worker.Open($"/surveys/{id}/answer")).Submit(("Marks[2]", "3"), ("Words[3]", "Warmer rooms"));

        page.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("What I say here is heard (Nothing chosen): choose how far you agree. “Neither agree nor disagree” is an answer too", Assert.Single(page.Errors));
        Assert.Equal("Warmer rooms", page.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal("3", page.Document.QuerySelector("input[checked]")!.GetAttribute("value"));
        Assert.All(await Sums(id), t => Assert.Equal(0, t.Answered));
    }

    [Theory]
    [InlineData("6")]
    [InlineData("0")]
    [InlineData("agree")]
    public async Task An_answer_outside_the_five_points_is_refused(string mark)
    {
        var id = await hub.Opened($"Outside {mark}");

        (await (await hub.As("w02")).Post($"/surveys/{id}/answer", ("Marks[1]", mark), ("Marks[2]", "3"))).MustBe(HttpStatusCode.UnprocessableEntity);

        Assert.All(await Sums(id), t => Assert.Equal(0, t.Answered));
    }

    [Fact]
    public async Task A_field_that_is_sent_twice_is_refused()
    {
        var id = await hub.Opened("Sent twice");

        var page = await (await hub.As("w02")).Post($"/surveys/{id}/answer", ("Marks[1]", "1"), ("Marks[1]", "5"), ("Marks[2]", "3"));

        page.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains(page.Errors, e => e.EndsWith("choose one answer only", StringComparison.Ordinal));
    }

    [Fact]
    public async Task From_two_browsers_only_the_first_counts()
    {
        var id = await hub.Opened("Two browsers");
        var (first, second) = (await (await hub.As("w03")).Open($"/surveys/{id}/answer"), await (await hub.As("w03")).Open($"/surveys/{id}/answer"));

        (await first.Submit(("Marks[1]", "5"), ("Marks[2]", "5"))).MustBe(HttpStatusCode.OK);
        var refused = await second.Submit(("Marks[1]", "1"), ("Marks[2]", "1"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("You have answered this pulse check already", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(1, (await Sums(id)).Where(t => t.Cut == Cut.Unit).Sum(t => t.Answered));
    }

    [Fact]
    public async Task From_many_browsers_at_the_same_time_everybody_is_counted_once()
    {
        var id = await hub.Opened("All at once");
        var browsers = await Task.WhenAll(Enumerable.Range(1, 12).SelectMany(i => (int[])[i, i]).Select(i => hub.As(SurveysFixture.Worker(i))));

        var answers = await Task.WhenAll(browsers.Select(b => b.Post($"/surveys/{id}/answer", ("Marks[1]", "4"), ("Marks[2]", "4"))));

        Assert.Equal(12, answers.Count(a => a.Status == HttpStatusCode.OK));
        Assert.Equal(12, answers.Count(a => a.Status == HttpStatusCode.UnprocessableEntity));
        foreach (var cut in (Cut[])[Cut.Unit, Cut.Grade])
        {
            Assert.Equal(12, (await Sums(id)).Where(t => t.Cut == cut).Sum(t => t.Answered));
        }

        Assert.Equal(12, await hub.In((_, db) => db.Places.CountAsync(p => p.SurveyId == id && p.HasAnswered)));
    }

    [Fact]
    public async Task Somebody_who_is_not_asked_cannot_answer()
    {
        var id = await hub.Opened("Not for Priya");
        var priya = await hub.As("priya");

        (await priya.Open($"/surveys/{id}/answer")).MustBe(HttpStatusCode.Forbidden);
        (await priya.Post($"/surveys/{id}/answer", ("Marks[1]", "4"), ("Marks[2]", "4"))).MustBe(HttpStatusCode.Forbidden);
        Assert.Contains("You are not among the people it asks", (await priya.Open($"/surveys/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_its_first_day_and_after_its_last_nobody_can_answer()
    {
        var id = await hub.Opened("Only those days");
        var now = hub.Clock.Now;
        foreach (var (day, why) in ((int Day, string Why)[])[(22, "opens on Monday 23 April 2007"), (28, "closed at the end of Friday 27 April 2007")])
        {
            hub.Clock.Now = new DateTimeOffset(2007, 4, day, 9, 0, 0, TimeSpan.Zero);
            var worker = await hub.As("w04");

            Assert.Contains(why, (await worker.Open($"/surveys/{id}/answer")).Text, StringComparison.Ordinal);
            var refused = await worker.Post($"/surveys/{id}/answer", ("Marks[1]", "4"), ("Marks[2]", "4"));

            refused.MustBe(HttpStatusCode.UnprocessableEntity);
            Assert.Contains(why, Assert.Single(refused.Errors), StringComparison.Ordinal);
        }

        hub.Clock.Now = now;
    }

    [Fact]
    public async Task A_draft_is_seen_only_by_those_who_run_pulse_checks()
    {
        var id = await hub.Opened("Taken back");
        (await (await (await hub.As("office")).Open($"/surveys/{id}/take-back")).Submit(("Because", "A word is missing"))).MustBe(HttpStatusCode.OK);

        (await (await hub.As("w01")).Open($"/surveys/{id}")).MustBe(HttpStatusCode.NotFound);
        (await (await hub.As("w01")).Open("/surveys/draft")).MustBe(HttpStatusCode.Forbidden);
        Assert.Empty(await Sums(id));
    }

    [Fact]
    public async Task After_the_first_answer_nothing_about_it_changes()
    {
        var id = await hub.Opened("Locked");
        (await hub.Answer(id, "w05")).MustBe(HttpStatusCode.OK);
        var olu = await hub.As("office");

        var refused = await (await olu.Open($"/surveys/draft/{id}")).Submit(("Title", "Another title"));
        (await (await olu.Open($"/surveys/{id}/audience")).Submit("main form[enctype]", ("People", SurveysFixture.List(1, 30)))).MustBe(HttpStatusCode.UnprocessableEntity);
        (await (await olu.Open($"/surveys/{id}/take-back")).Submit(("Because", "A word is missing"))).MustBe(HttpStatusCode.UnprocessableEntity);

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Somebody has answered", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("Locked", (await hub.Find(id)).Title);
    }

    [Fact]
    public async Task A_pulse_check_of_nine_people_cannot_be_opened()
    {
        var refused = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => hub.Opened("Nine", SurveysFixture.List(1, 9)));

        Assert.Contains("ask at least 10 people", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_names_somebody_unknown_is_refused_and_stays_on_the_page()
    {
        var refused = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => hub.Opened("Unknown", "w01,North\nnobody-at-all,North"));

        Assert.Contains("Nobody who works here has the user name nobody-at-all (person 2 of the list)", refused.Message, StringComparison.Ordinal);
    }

    private Task<List<Tally>> Sums(Guid id) => hub.In((_, db) => db.Tallies.AsNoTracking().Where(t => t.SurveyId == id).ToListAsync());
}
