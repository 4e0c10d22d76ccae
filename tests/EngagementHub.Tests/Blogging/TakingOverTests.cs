using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Blogging;

/// <summary>What the next host takes over or declines, item by item.</summary>
public sealed class TakingOverTests : HandoverCase
{
    [Fact]
    public async Task The_next_host_takes_a_promise_over_by_name_and_everybody_sees_it()
    {
        await After(30);
        var tom = await Hub.As("tom");

        var done = await TakeOver(tom, Promise);

        done.MustBe(HttpStatusCode.OK);
        var promise = await (await Hub.As("sam")).Open(Link(done, Promise));
        Assert.Contains("Tom Taylor took it over from Priya Patel on Monday 30 April 2007", promise.Text, StringComparison.Ordinal);
        Assert.Contains("Tom Taylor promised", promise.Text, StringComparison.Ordinal);
        Assert.Contains("Taken over by Tom Taylor on Monday 30 April 2007", (await (await Hub.As("sam")).Open(Period)).Text, StringComparison.Ordinal);
        Assert.Contains("Tom Taylor took over what you left", await Told("priya"), StringComparison.Ordinal);
        Assert.Contains("responses.promise.handed-over", await Trail());
        Assert.Contains("blogging.handover.taken-over", await Trail());
        (await tom.Open(Link(done, Promise) + "/keep")).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task On_a_clock_put_back_nothing_is_taken_over_yet()
    {
        await After(28);
        var before = Hub.Clock.Now;
        Hub.Clock.Now = Sample.Utc(2007, 4, 30, 8, 0);
        var tom = await Hub.As("tom");
        var done = await TakeOver(tom, Promise);
        Hub.Clock.Now = before;

        var note = await tom.Open($"{Period}/handover");

        Assert.DoesNotContain("Taken over", note.Text, StringComparison.Ordinal);
        Assert.Contains("Waits for the next host", Item(note, Promise).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("took it over", (await tom.Open(Link(done, Promise))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_declined_stays_with_who_had_it_and_says_why()
    {
        await After(30);
        var owner = await Hub.As("office");
        var decline = await owner.Open((await owner.Open($"{Period}/handover")).Document.QuerySelectorAll("main li").Single(l => l.TextContent.Contains(Question, StringComparison.Ordinal)).QuerySelector("a[href$=decline]")!.GetAttribute("href")!);

        var without = await decline.Submit(("Because", " "));
        var declined = await decline.Submit(("Because", "Only the pay team knows."));

        without.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["Say why you decline it; the reason stays beside it"], without.Errors);
        Assert.Contains("Declined by Olu Office on Monday 30 April 2007 because Only the pay team knows. It stays with Grace Green.", declined.Text, StringComparison.Ordinal);
        Assert.Contains("Stays with Grace Green: declined by Olu Office on Monday 30 April 2007 because Only the pay team knows", (await owner.Open(Link(declined, Question))).Text, StringComparison.Ordinal);
        Assert.Contains("Olu Office declined what you left", await Told("grace"), StringComparison.Ordinal);
        Assert.Contains("Olu Office declined what you left", await Told("priya"), StringComparison.Ordinal);
        Assert.Equal(People.Grace, await Hub.In((s, _) => Holder(s, Question)));
    }

    [Fact]
    public async Task What_the_next_host_declines_goes_back_to_the_blog_s_owner_who_is_told()
    {
        await After(30);
        var tom = await Hub.As("tom");
        var decline = await tom.Open((await tom.Open($"{Period}/handover")).Document.QuerySelectorAll("main li").Single(l => l.TextContent.Contains(Question, StringComparison.Ordinal)).QuerySelector("a[href$=decline]")!.GetAttribute("href")!);
        Assert.Contains("It goes back to the blog's owner", decline.Text, StringComparison.Ordinal);

        var declined = await decline.Submit(("Because", "Only the pay team knows."));

        Assert.Contains("It is with Olu Office now.", declined.Text, StringComparison.Ordinal);
        Assert.Contains("Went back to Olu Office: declined by Tom Taylor on Monday 30 April 2007 because Only the pay team knows", (await tom.Open(Link(declined, Question))).Text, StringComparison.Ordinal);
        Assert.Contains("goes back to Olu Office, because: Only the pay team knows.", await Told("office"), StringComparison.Ordinal);
        Assert.Equal(People.Olu, await Hub.In((s, _) => Holder(s, Question)));
    }

    [Fact]
    public async Task A_next_host_who_took_a_question_over_may_answer_it_while_their_own_period_is_answered()
    {
        await After(30);
        var tom = await Hub.As("tom");
        await TakeOver(tom, Question);
        var scope = new SubjectRef("blogging.period", StableId.From("priyas-days"));

        Assert.Equal(People.Tom, await Hub.In((s, _) => Holder(s, Question)));
        Assert.False(await MayAnswer(scope, Sample.Utc(2007, 5, 13, 22, 59)));
        Assert.True(await MayAnswer(scope, Sample.Utc(2007, 5, 13, 23, 0)));
        // Ten working days after Friday 18 May, with the spring bank holiday of 28 May among them: until Monday 4 June.
        Assert.True(await MayAnswer(scope, Sample.Utc(2007, 6, 4, 22, 59)));
        Assert.False(await MayAnswer(scope, Sample.Utc(2007, 6, 4, 23, 0)));
    }

    [Fact]
    public async Task What_a_next_host_took_over_and_did_not_finish_is_handed_on_when_that_host_goes_too()
    {
        await After(30);
        await TakeOver(await Hub.As("tom"), Promise);

        await After(19, month: 5);

        var toms = $"/blogs/leaders/hosting/{StableId.From("toms-days")}";
        var note = await (await Hub.As("office")).Open($"{toms}/handover");
        Assert.Contains("With Tom Taylor at the end of the period", Item(note, Promise).TextContent, StringComparison.Ordinal);
        await note.Submit($"#item-{Line(note, Promise)} form");
        Assert.Contains("Olu Office took it over from Tom Taylor on Saturday 19 May 2007", (await (await Hub.As("sam")).Open(Link(note, Promise))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_decide_about_one_item_at_once_one_wins_and_the_other_is_told_who()
    {
        await After(30);
        var (tom, owner) = (await Hub.As("tom"), await Hub.As("office"));

        var both = await Task.WhenAll(TakeOver(tom, Promise), TakeOver(owner, Promise));

        var told = Assert.Single(both, p => p.Status != HttpStatusCode.OK);
        told.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Matches("(Tom Taylor|Olu Office) took this over already", Assert.Single(told.Errors));
        Assert.Equal(1, await Hub.In((_, db) => db.Set<EngagementHub.Responses.Handover.Handing>().CountAsync()));
    }

    [Fact]
    public async Task Deciding_twice_the_same_changes_nothing_and_something_else_is_refused()
    {
        await After(30);
        var tom = await Hub.As("tom");
        var page = await tom.Open($"{Period}/handover");
        var line = Line(page, Promise);

        await tom.Post($"{Period}/handover?handler=TakeOver", ("line", line));
        var twice = await tom.Post($"{Period}/handover?handler=TakeOver", ("line", line));
        var other = await tom.Post($"{Period}/handover/{line}/decline", ("Because", "On second thoughts"));

        twice.MustBe(HttpStatusCode.OK);
        other.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(1, await Hub.In((_, db) => db.Set<EngagementHub.Responses.Handover.Handing>().CountAsync()));
    }

    [Fact]
    public async Task What_was_settled_meanwhile_is_not_taken_over()
    {
        await After(30);
        var owner = await Hub.As("office");
        var line = Line(await owner.Open($"{Period}/handover"), Promise);
        await (await (await Hub.As("priya")).Open(Link(await owner.Open($"{Period}/handover"), Promise) + "/keep")).Submit(("How", "The page is there"));

        var late = await owner.Post($"{Period}/handover?handler=TakeOver", ("line", line));

        late.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("There is nothing left to do", Assert.Single(late.Errors), StringComparison.Ordinal);
        Assert.Contains("Settled before anybody had to take it over", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_outgoing_host_nor_a_reader_decides()
    {
        await After(30);
        var line = Line(await (await Hub.As("office")).Open($"{Period}/handover"), Promise);

        (await (await Hub.As("priya")).Post($"{Period}/handover?handler=TakeOver", ("line", line))).MustBe(HttpStatusCode.UnprocessableEntity);
        (await (await Hub.As("priya")).Open($"{Period}/handover/{line}/decline")).MustBe(HttpStatusCode.Forbidden);
        (await (await Hub.As("sam")).Post($"{Period}/handover?handler=TakeOver", ("line", line))).MustBe(HttpStatusCode.Forbidden);
        (await (await Hub.As("office")).Open($"{Period}/handover/{Guid.NewGuid()}/decline")).MustBe(HttpStatusCode.NotFound);
    }
}
