using System.Net;
using System.Text.Json;
using EngagementHub.Core.Ports;
using EngagementHub.Surveys;
using EngagementHub.Surveys.Answers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Surveys;

/// <summary>Results over HTTP, from the close of a pulse check to the page everybody sees.</summary>
public sealed class ResultsPageTests(SurveysFixture hub) : IClassFixture<SurveysFixture>
{
    [Fact]
    public async Task The_page_is_empty_until_it_is_written_what_will_be_done()
    {
        var id = await hub.Opened("Empty at first");
        await hub.AnswerAll(id, Enumerable.Range(1, 12));
        await hub.Close();
        var reader = await hub.As("tom");

        Assert.Contains("There are no results yet", (await reader.Open($"/surveys/{id}/results")).Text, StringComparison.Ordinal);
        (await reader.Open($"/surveys/{id}/results.csv")).MustBe(HttpStatusCode.NotFound);
        (await reader.Open($"/surveys/{id}/respond")).MustBe(HttpStatusCode.Forbidden);
        await hub.Respond(id);

        var page = await reader.Open($"/surveys/{id}/results");
        Assert.Contains("You said rooms are cold. We will heat them.", page.Text, StringComparison.Ordinal);
        Assert.Contains("12 of 40 asked", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_unit_is_on_no_page_and_in_no_file_and_its_sums_are_gone()
    {
        var id = await hub.Opened("Small unit");
        await hub.AnswerAll(id, [.. Enumerable.Range(1, 15), .. Enumerable.Range(21, 4)], worker => worker > 20 ? 1 : 5);
        await hub.Close();
        await hub.Respond(id);
        var reader = await hub.As("tom");

        string[] told = [(await reader.Open($"/surveys/{id}/results")).Text, (await reader.Open($"/surveys/{id}/results.csv")).Body, (await reader.Open($"/surveys/{id}/results.json")).Body];

        // Fifteen of North would give away the four of South beside the nineteen altogether.
        Assert.All(told, t => Assert.DoesNotContain("South", t, StringComparison.Ordinal));
        Assert.All(told, t => Assert.DoesNotContain("North", t, StringComparison.Ordinal));
        Assert.All(told, t => Assert.Contains("Leading change", t, StringComparison.Ordinal));
        var sums = await hub.In((_, db) => db.Tallies.AsNoTracking().Where(t => t.SurveyId == id && t.Cut == Cut.Unit).ToListAsync());
        Assert.Equal((Tally.Rest, 19), (Assert.Single(sums).Group, sums[0].Answered));
    }

    [Fact]
    public async Task Page_file_and_port_tell_the_same_rounded_figures()
    {
        var id = await hub.Opened("The same figures");
        await hub.AnswerAll(id, Enumerable.Range(1, 40), worker => worker % 4 == 0 ? 2 : 4);
        await hub.Close();
        await hub.Respond(id);
        var reader = await hub.As("tom");
        var heard = await hub.In((_, db) => db.SurveyQuestions.Where(q => q.Key == "heard").Select(q => q.Id).SingleAsync());

        var page = await reader.Open($"/surveys/{id}/results");
        using var json = JsonDocument.Parse((await reader.Open($"/surveys/{id}/results.json")).Body);
        var readings = await hub.In((services, _) => services.GetRequiredService<IPulses>().ReadAsync(new SubjectRef("surveys.question", heard), "North"));

        Assert.Contains("75%", page.Document.QuerySelectorAll("tr").Single(r => r.TextContent.Contains("What I say here is heard", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Contains(json.RootElement.GetProperty("figures").EnumerateArray(), f => f.GetProperty("measure").GetString() == "heard" && f.GetProperty("figure").GetString() == "75%");
        var reading = readings.Single(r => r.Survey.Id == id);
        Assert.Equal((PulseState.Shown, 75m, 20), (reading.State, reading.Value, reading.Answers));
        Assert.Contains("North", page.Text, StringComparison.Ordinal);
        Assert.Contains("Agree is the share of people who agree or strongly agree", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_of_fewer_than_the_announced_floor_say_so_on_page_in_file_and_to_measures()
    {
        var id = await hub.Opened("Below the floor");
        Assert.Contains("50%. If fewer answer, the results are marked", (await (await hub.As("w01")).Open($"/surveys/{id}")).Text, StringComparison.Ordinal);
        await hub.AnswerAll(id, Enumerable.Range(1, 19));
        await hub.Close();
        await hub.Respond(id);
        var reader = await hub.As("tom");
        var heard = await hub.In((_, db) => db.SurveyQuestions.Where(q => q.Key == "heard").Select(q => q.Id).SingleAsync());

        var page = await reader.Open($"/surveys/{id}/results");
        using var json = JsonDocument.Parse((await reader.Open($"/surveys/{id}/results.json")).Body);
        var readings = await hub.In((services, _) => services.GetRequiredService<IPulses>().ReadAsync(new SubjectRef("surveys.question", heard)));

        Assert.Contains("Too few answered to speak for everybody. Said beforehand: 50% of those asked must answer", page.Text, StringComparison.Ordinal);
        Assert.Contains("chance alone moves a share of 19 people by up to 23 points", page.Text, StringComparison.Ordinal);
        Assert.False(json.RootElement.GetProperty("speaks").GetBoolean());
        Assert.Contains("of too few to speak for all", (await reader.Open("/surveys/trends/heard")).Text, StringComparison.Ordinal);
        Assert.Equal(PulseState.TooFew, readings.Single(r => r.Survey.Id == id).State);
        Assert.DoesNotContain(
            await hub.In((services, _) => services.GetServices<IReadings>().Single(r => r.Knows("surveys.question")).ReadAsync(new SubjectRef("surveys.question", heard), new(2007, 1, 1), new(2007, 12, 31), hub.Clock.Now)),
            r => r.Words.Contains("Below the floor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_fewer_than_ten_answered_nothing_is_shown_and_everything_is_destroyed()
    {
        var id = await hub.Opened("Nine answers");
        await hub.AnswerAll(id, Enumerable.Range(1, 8));
        (await hub.Answer(id, "w09", words: "Only nine of us wrote")).MustBe(HttpStatusCode.OK);
        await hub.Close();
        await hub.Respond(id);

        Assert.Contains("Too few people answered", (await (await hub.As("tom")).Open($"/surveys/{id}/results")).Text, StringComparison.Ordinal);
        Assert.False(await hub.In((_, db) => db.Tallies.AnyAsync(t => t.SurveyId == id)));
        Assert.False(await hub.In((_, db) => db.TextAnswers.AnyAsync(t => t.SurveyId == id)));
    }

    [Fact]
    public async Task Words_that_name_somebody_wait_for_a_moderator()
    {
        var id = await hub.Opened("In words");
        await hub.AnswerAll(id, Enumerable.Range(1, 10));
        (await hub.Answer(id, "w11", words: "Warmer rooms, please")).MustBe(HttpStatusCode.OK);
        (await hub.Answer(id, "w12", words: "Grace Green never answers")).MustBe(HttpStatusCode.OK);
        (await hub.Answer(id, "w13", words: "Call me on 020 7946 0018")).MustBe(HttpStatusCode.OK);
        var mina = await hub.As("mina");
        (await mina.Open($"/surveys/{id}/texts")).MustBe(HttpStatusCode.NotFound);
        await hub.Close();
        await hub.Respond(id);

        var held = await mina.Open($"/surveys/{id}/texts");
        Assert.Contains("name of a colleague", held.Text, StringComparison.Ordinal);
        Assert.Contains("telephone number", held.Text, StringComparison.Ordinal);
        var names = held.Document.QuerySelectorAll("section form").Single(f => f.ParentElement!.TextContent.Contains("Grace", StringComparison.Ordinal)).GetAttribute("action")!;
        (await held.Submit($"form[action='{names}']", ("!button", "Keep it back"))).MustBe(HttpStatusCode.UnprocessableEntity);
        (await held.Submit($"form[action='{names}']", ("!button", "Keep it back"), ("Because", "It names somebody"))).MustBe(HttpStatusCode.OK);

        var page = (await (await hub.As("tom")).Open($"/surveys/{id}/results")).Text;
        Assert.Contains("Warmer rooms, please", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace Green", page, StringComparison.Ordinal);
        Assert.DoesNotContain("020 7946 0018", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace Green", (await mina.Open($"/surveys/{id}/texts")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_have_not_answered_are_reminded_and_nothing_says_who_they_were()
    {
        var id = await hub.Opened("Reminded", days: 2);
        await hub.AnswerAll(id, Enumerable.Range(1, 30));
        await hub.RunJob("surveys.reminders");
        var now = hub.Clock.Now;
        hub.Clock.Now = new DateTimeOffset(2007, 4, 24, 10, 0, 0, TimeSpan.Zero);
        await hub.RunJob("surveys.reminders");
        await hub.SendMail();
        hub.Clock.Now = now;

        var reminded = SentMail.In(hub.Folder).Where(m => m.Subject == "Until Wednesday 25 April 2007: Reminded").Select(m => m.To).Order().ToList();
        Assert.Equal(Enumerable.Range(31, 10).Select(i => $"{SurveysFixture.Worker(i)}@department.example"), reminded);

        // What is left in the outbox of the ten letters and of the thirty that never left is the same, but for whose they are.
        var left = (await hub.Rows("notifications_outbox")).Where(r => r.Contains("surveys.reminder/", StringComparison.Ordinal) && r.Contains($"{id}", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.Equal(40, left.Count);
        Assert.Single(left.Select(r => System.Text.RegularExpressions.Regex.Replace(r, @"\bId=[^|]+|surveys\.reminder/[^|]+", "…")).Distinct());
    }

    [Fact]
    public async Task Only_the_person_asked_sees_that_an_answer_is_awaited()
    {
        var id = await hub.Opened("On the home page");
        (await hub.Answer(id, "w02")).MustBe(HttpStatusCode.OK);

        Assert.Contains("On the home page", (await (await hub.As("tom")).Open("/")).Text, StringComparison.Ordinal);
        Assert.Contains("On the home page", await Asked("w01"), StringComparison.Ordinal);
        Assert.DoesNotContain("On the home page", await Asked("w02"), StringComparison.Ordinal);
        Assert.DoesNotContain("On the home page", await Asked("tom"), StringComparison.Ordinal);

        async Task<string> Asked(string who) => (await (await hub.As(who)).Open("/surveys")).Document.QuerySelector("section[aria-labelledby='asked-of-you']")?.TextContent ?? "";
    }

    [Fact]
    public async Task Each_unit_s_load_is_counted_whoever_answered()
    {
        await hub.Opened("Load");

        var row = (await (await hub.As("office")).Open("/surveys/load")).Document.QuerySelectorAll("tbody tr").Select(r => r.TextContent.Trim()).First(r => r.StartsWith("North", StringComparison.Ordinal));

        Assert.Matches(@"North\s*[1-9]", row);
        (await (await hub.As("tom")).Open("/surveys/load")).MustBe(HttpStatusCode.Forbidden);
    }
}
