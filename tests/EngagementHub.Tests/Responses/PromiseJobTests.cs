using EngagementHub.Core.Ports;
using EngagementHub.Identity;
using EngagementHub.Responses;
using EngagementHub.Responses.Promises;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Responses;

public sealed class PromiseJobTests(ResponsesFixture hub) : IClassFixture<ResponsesFixture>
{
    private static readonly DateOnly Today = new(2007, 4, 24);

    [Fact]
    public async Task Owner_host_and_askers_are_told_once_that_a_promise_is_late()
    {
        var period = hub.Period("late", 3);
        var question = await hub.Answered(period, "Why late?", [hub.Talk.By("late", 1, People.Tom), StableId.From("comment/late-c2")]);
        await Made("The late list", Today.AddDays(-1), People.Grace, (new SubjectRef("responses.answer", question.Answers[0].Id), period));

        await hub.RunJob(PromiseReminders.JobName);
        await hub.RunJob(PromiseReminders.JobName);

        Assert.Equal(1, Times("Your promise is late ◆ New \"The late list\"", await hub.Told("grace")));
        Assert.Equal(1, Times("A promise made on your blog is late ◆ New \"The late list\"", await hub.Told("priya")));
        Assert.Equal(1, Times("A promise about what you asked is late ◆ New \"The late list\"", await hub.Told("tom")));
        Assert.DoesNotContain("The late list", await hub.Told("sam"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_of_what_is_late_for_long_is_asked_once_on_the_first_working_day_of_each_month()
    {
        await Made("Late for long", Today.AddDays(-60), People.Grace, made: -90);
        var before = hub.Clock.Now;
        foreach (var day in (int[])[1, 2, 31, 32])
        {
            hub.Clock.Now = new DateTimeOffset(2007, 4, 30, 9, 0, 0, TimeSpan.Zero).AddDays(day);
            await hub.RunJob(PromiseReminders.JobName);
        }

        hub.Clock.Now = before;
        Assert.Equal(2, Times("Your promise is still late: say how it stands ◆ New \"Late for long\"", await hub.Told("grace")));
    }

    [Fact]
    public async Task Two_nodes_remind_once()
    {
        await Made("Reminded by two", Today, People.Grace);

        await Task.WhenAll(hub.RunJob(PromiseReminders.JobName), hub.RunJob(PromiseReminders.JobName));

        Assert.Equal(1, Times("Your promise is due today ◆ New \"Reminded by two\"", await hub.Told("grace")));
    }

    [Fact]
    public async Task The_blog_s_owner_hears_when_an_owner_has_left_and_gives_the_promise_to_another()
    {
        var promise = await Made("An orphan", Today.AddDays(40), People.Sid);
        await hub.In(async (_, db) =>
        {
            (await db.Staff.SingleAsync(s => s.UserName == "sid")).Leave(People.Ada, hub.Clock.Now);
            return 0;
        });

        await hub.RunJob(PromiseReminders.JobName);
        Assert.Contains("A promise has nobody to keep it ◆ New Sid Service has left. \"An orphan\"", await hub.Told("priya"), StringComparison.Ordinal);
        Assert.Contains("Sid Service has left.", (await (await hub.As("tom")).Open($"/promises/{promise}")).Text, StringComparison.Ordinal);

        var office = await hub.As("office");
        var refused = await (await office.Open($"/promises/{promise}/give")).Submit(("Owner", People.Grace.ToString()), ("Because", ""));
        var given = await refused.Submit(("Because", "Sid has left"));

        Assert.Equal("Say why somebody else keeps it", Assert.Single(refused.Errors));
        Assert.Contains("Olu Office gave it from Sid Service to Grace Green on Tuesday 24 April 2007, because: Sid has left", given.Text, StringComparison.Ordinal);
        Assert.Contains("A promise is yours to keep", await hub.Told("grace"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measured_promise_is_settled_by_the_figure_of_its_day_and_a_person_may_overrule_that_with_a_reason()
    {
        var promise = await Made("Measured desktops", Today.AddDays(-1), People.Grace, level: OneFigure.Level);
        hub.Figure.Reading = new(FigureVerdict.Met, "96% of 412 in March 2007, 95% promised", "/service-levels/desktop", IsFinal: false);

        await hub.RunJob(PromiseFigures.JobName);
        await hub.RunJob(PromiseFigures.JobName);

        var page = await (await hub.As("tom")).Open($"/promises/{promise}");
        Assert.Contains("Kept by the figure: 96% of 412 in March 2007, 95% promised; provisional until the month is signed", page.Row("Kept"), StringComparison.Ordinal);
        Assert.Equal("The figure, and nobody else", page.Row("Said by"));
        Assert.Equal(1, await hub.In((_, db) => db.Audit.CountAsync(a => a.On == new SubjectRef("responses.promise", promise) && a.What == "responses.promise.judged-by-the-figure" && a.By == null)));
        Assert.Equal(1, Times("Your promise is kept by the figure", await hub.Told("grace")));

        var overruled = await (await (await hub.As("grace")).Open($"/promises/{promise}/overrule")).Submit(("Because", "Old models were counted"));
        Assert.Equal("Grace Green: Old models were counted", overruled.Row("Not kept, whatever the figure says"));
        Assert.Contains("Kept by the figure: 96% of 412", overruled.Row("What the figure says"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_level_is_chosen_when_a_promise_is_marked_and_unknown_ones_are_refused()
    {
        hub.Period("measured", 0);
        var priya = await hub.As("priya");
        var form = await priya.Open($"/promises/make?on=blogging.post/{StableId.From("measured-post")}");
        (string, string)[] pledge = [("What", "Desktops in five days"), ("Owner", People.Grace.ToString()), ("Due.Day", "30"), ("Due.Month", "6"), ("Due.Year", "2007")];

        var refused = await form.Submit([.. pledge, ("Level", "servicelevels.level/none")]);
        hub.Figure.Reading = new(FigureVerdict.Missed, "91% of 402 in April 2007, 95% promised", "/service-levels/desktop", IsFinal: false);
        var made = await refused.Submit(("Level", OneFigure.Level.ToString()));

        Assert.Equal("Choose a service level from the list", Assert.Single(refused.Errors));
        Assert.Equal("A new desktop: in time", made.Row("What would show it kept"));
        Assert.Equal("91% of 402 in April 2007, 95% promised", made.Row("The figure so far"));
    }

    private static int Times(string words, string text) => text.Split(words).Length - 1;

    private async Task<Guid> Made(string what, DateOnly due, StaffId owner, (SubjectRef On, SubjectRef Scope)? on = null, SubjectRef? level = null, int made = -20)
    {
        var place = on ?? (new SubjectRef("blogging.post", StableId.From("jobs-post")), hub.Blog.Scopes.Find(s => s.Subject.Id == StableId.From("jobs"))?.Subject ?? hub.Period("jobs", 0));
        var promise = Promise.Mark(new Pledge(what, "A list", owner, due) { Level = level }, place, owner);
        promise.Make(owner, hub.Clock.Now.AddDays(made), Today.AddDays(made));
        await hub.In((_, db) => Task.FromResult(db.Promises.Add(promise)));
        return promise.Id;
    }
}
