using System.Net;
using EngagementHub.Conversation;
using EngagementHub.Core.Hosting;
using EngagementHub.Responses;
using EngagementHub.Responses.Reopening;
using EngagementHub.Responses.Slots;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Responses;

public sealed class NotAnsweredTests(ResponsesFixture hub) : IClassFixture<ResponsesFixture>
{
    [Theory]
    [InlineData(2, 2, false)]
    [InlineData(3, 9, true)]
    [InlineData(3, 10, false)]
    [InlineData(4, 12, true)]
    public void At_least_three_and_a_third_of_those_who_asked_reopen_a_question(int voices, int askers, bool reopens)
    {
        Assert.Equal(reopens, new ReopeningRule().IsReached(voices, askers));
    }

    [Theory]
    [InlineData("Responses:ReopenFewest", "2")]
    [InlineData("Responses:ReopenOneIn", "0")]
    public void A_rule_that_would_point_at_people_or_make_no_sense_is_refused_at_the_start(string key, string value)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();

        Assert.Contains(key, Assert.Throws<SettingException>(() => ReopeningRule.Read(settings)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_of_those_who_asked_named_and_by_code_reopen_it_once_with_a_dated_note()
    {
        var period = hub.Period("voices", 5);
        var behind = new[] { hub.Talk.By("voices", 1, People.Tom), hub.Talk.By("voices", 2, People.Sam), hub.Talk.By("voices", 3, null, "CODE-3"), hub.Talk.By("voices", 4, null, "CODE-4"), hub.Talk.By("voices", 5, People.Mina) };
        var question = await hub.Answered(period, "Why voices?", behind);
        var (tom, nobody, url) = (await hub.As("tom"), await hub.As(""), $"/responses/questions/{question.Id}/not-answered");

        (await (await tom.Open(url)).Submit()).MustBe(HttpStatusCode.OK);
        var twice = await tom.Post(url, ("Comment", $"{behind[0]}"));
        var first = await nobody.Post(url, ("Code", "CODE-3"));
        Assert.DoesNotContain("Reopened", first.Text, StringComparison.Ordinal);
        var third = await nobody.Post(url, ("Code", "CODE-4"));
        var late = await (await hub.As("sam")).Post(url, ("Comment", $"{behind[1]}"));

        Assert.Equal("You have said so already. Each person who asked is heard once", Assert.Single(twice.Errors));
        Assert.Contains("Reopened on Tuesday 24 April 2007: at least 3 people who asked, and at least one in 3 of them, said that the answer did not answer it. It is to be answered again.", third.Text, StringComparison.Ordinal);
        Assert.Equal("This question was reopened already; that happens once", Assert.Single(late.Errors));
        Assert.Contains("A question is reopened", await hub.Told("grace"), StringComparison.Ordinal);
        Assert.Contains("A question is reopened", await hub.Told("priya"), StringComparison.Ordinal);
        Assert.Contains("Reopened: answer it again", (await (await hub.As("priya")).Open($"/responses/{period}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_whose_comments_are_behind_the_question_are_heard()
    {
        var period = hub.Period("others", 4);
        hub.Talk.By("others", 4, People.Mina, null);
        hub.Talk.By("others", 3, null, "CODE-OUT");
        var question = await hub.Answered(period, "Whose question?", [hub.Talk.By("others", 1, People.Tom), hub.Talk.By("others", 2, null, "CODE-IN")]);
        var url = $"/responses/questions/{question.Id}/not-answered";

        var outsider = await (await hub.As("mina")).Post(url, ("Comment", $"{StableId.From("comment/others-c4")}"));
        var pretender = await (await hub.As("sam")).Post(url, ("Comment", $"{StableId.From("comment/others-c1")}"));
        var elsewhere = await (await hub.As("")).Post(url, ("Code", "CODE-OUT"));
        var wrong = await (await hub.As("")).Post(url, ("Code", "NONE"));

        Assert.All([outsider, pretender, elsewhere, wrong], p => p.MustBe(HttpStatusCode.UnprocessableEntity));
        Assert.Equal("No comment has this code. Check it: it is 26 letters and digits, in groups of four", Assert.Single(wrong.Errors));
        Assert.Equal(0, await hub.In((_, db) => db.AskerVoices.CountAsync(v => v.Answer == question.Answers[0].Id)));
        (await (await hub.As("tom")).Open($"/responses/questions/{Guid.NewGuid()}/not-answered")).MustBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_voice_is_taken_back_by_its_own_asker_until_the_question_has_reopened()
    {
        var period = hub.Period("regret", 4);
        var behind = new[] { hub.Talk.By("regret", 1, People.Tom), hub.Talk.By("regret", 2, null, "CODE-R2"), hub.Talk.By("regret", 3, null, "CODE-R3"), hub.Talk.By("regret", 4, null, "CODE-R4") };
        var question = await hub.Answered(period, "Regretted?", behind);
        var (tom, nobody, url) = (await hub.As("tom"), await hub.As(""), $"/responses/questions/{question.Id}/not-answered");
        await nobody.Post(url, ("Code", "CODE-R2"));
        await tom.Post(url, ("Comment", $"{behind[0]}"));

        var back = await (await tom.Open(url)).Submit(("!button", "Take that back"));
        var again = await tom.Post($"{url}?handler=TakeBack", ("Comment", $"{behind[0]}"));
        var neverSaid = await nobody.Post($"{url}?handler=TakeBack", ("Code", "CODE-R3"));
        var third = await nobody.Post(url, ("Code", "CODE-R3"));
        await nobody.Post(url, ("Code", "CODE-R4"));
        var tooLate = await nobody.Post($"{url}?handler=TakeBack", ("Code", "CODE-R4"));

        Assert.Contains("What you said is taken back", back.Body, StringComparison.Ordinal);
        Assert.Equal("You have not said so, or have taken it back already", Assert.Single(again.Errors));
        Assert.Equal("You have not said so, or have taken it back already", Assert.Single(neverSaid.Errors));
        Assert.DoesNotContain("Reopened", third.Text, StringComparison.Ordinal);
        Assert.Equal("This question was reopened already, and what was said stays", Assert.Single(tooLate.Errors));
    }

    [Fact]
    public async Task What_became_of_many_comments_is_read_in_as_few_questions_to_the_database_as_of_one()
    {
        var period = hub.Period("many", 12);
        var all = Enumerable.Range(1, 12).Select(n => hub.Talk.By("many", n, People.Tom)).ToArray();
        await hub.Answered(period, "First of many?", all[..6]);
        await hub.Answered(period, "Second of many?", all[6..]);

        var (one, twelve) = (await QuestionsAskedAsync(all[..1]), await QuestionsAskedAsync(all));

        Assert.InRange(one, 1, 15);
        Assert.Equal(one, twelve);
    }

    private Task<int> QuestionsAskedAsync(Guid[] comments) => hub.In(async (services, _) =>
    {
        var (before, becomings) = (hub.Asked.Count, services.GetRequiredService<Becomings>());
        foreach (var comment in comments)
        {
            var became = await becomings.OfAsync(new OwnComment(comment) { Among = comments });
            Assert.Equal(comment, became!.Own.Comment);
            Assert.Single(became.Questions);
        }

        return hub.Asked.Count - before;
    });

    [Fact]
    public async Task A_voice_holds_neither_who_nor_which_comment_nor_when()
    {
        var period = hub.Period("secret", 1);
        var question = await hub.Answered(period, "A secret?", [hub.Talk.By("secret", 1, null, "CODE-SECRET")]);

        await (await hub.As("tom")).Post($"/responses/questions/{question.Id}/not-answered", ("Code", "CODE-SECRET"));

        var voice = await hub.In((_, db) => db.AskerVoices.AsNoTracking().SingleAsync(v => v.Answer == question.Answers[0].Id));
        Assert.Equal(["Answer", "Id", "Mark", "Version"], voice.GetType().GetProperties().Select(p => p.Name).Order());
        Assert.Matches("^[0-9a-f]{64}$", voice.Mark);
        Assert.False(await hub.In((_, db) => db.Audit.AnyAsync(a => a.On == new SubjectRef("responses.question", question.Id) && a.What.Contains("reopened"))));
    }
}
