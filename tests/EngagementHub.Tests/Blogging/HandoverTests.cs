using System.Net;
using EngagementHub.Blogging;
using EngagementHub.Core.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Blogging;

/// <summary>
/// Priya hosts until Friday 27 April 2007 and leaves a question with Grace and a promise of her own. Olu owns the blog; Tom hosts from 14 May.
/// Priya answers until Monday 14 May, ten working days with a bank holiday among them.
/// </summary>
public sealed class HandoverTests : IAsyncLifetime
{
    private const string Question = "Why is the pay round late?";
    private const string Promise = "The dates of the pay round are on the intranet";
    private static readonly string Period = $"/blogs/leaders/hosting/{StableId.From("priyas-days")}";
    private readonly LeadersHub _hub = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task At_the_end_of_a_period_the_note_is_made_from_the_record_and_those_concerned_are_told()
    {
        await After(27);
        Assert.DoesNotContain("Made from the record", (await (await _hub.As("sam")).Open(Period)).Text, StringComparison.Ordinal);

        await After(28);

        var note = (await (await _hub.As("sam")).Open(Period)).Document.QuerySelector("#handover")!.TextContent;
        Assert.Contains("Made from the record on Saturday 28 April 2007", note, StringComparison.Ordinal);
        Assert.Contains("Questions left open (1)", note, StringComparison.Ordinal);
        Assert.Contains("With Grace Green at the end of the period, due by Friday 4 May 2007. Now: Not answered yet.", note, StringComparison.Ordinal);
        Assert.Contains("With Priya Patel at the end of the period, due by Friday 25 May 2007. Now: Open.", note, StringComparison.Ordinal);
        Assert.DoesNotContain("When will pay be settled?", note, StringComparison.Ordinal);
        Assert.DoesNotContain("I read every comment", note, StringComparison.Ordinal);
        Assert.Contains("The pay round", note, StringComparison.Ordinal);
        Assert.Contains("Your handover note is made", await Told("priya"), StringComparison.Ordinal);
        Assert.Contains("What Priya Patel leaves to you", await Told("tom"), StringComparison.Ordinal);
        Assert.Contains("What Priya Patel leaves to you", await Told("office"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_often_the_job_runs_there_is_one_note_and_one_notice_and_what_turns_up_later_is_added()
    {
        await After(28);
        await After(28);
        await After(30);
        Assert.Equal(2, await _hub.In((_, db) => db.HandoverLines.CountAsync()));
        Assert.Single((await (await _hub.As("tom")).Open("/notifications")).Document.QuerySelectorAll("main a"), a => a.TextContent.Contains("leaves to you", StringComparison.Ordinal));

        await _hub.ApplyRecipe($$"""{ "name": "later", "steps": [ { "name": "Questions", "Questions": [ { "Key": "third", "Theme": "pay", "Wording": "Who decides?", "Comments": [ "c-3" ], "AskedBy": "priya", "AskedAt": "2007-05-01T09:00:00Z" } ] } ] }""");
        await After(2, month: 5);

        Assert.Equal(3, await _hub.In((_, db) => db.HandoverLines.CountAsync()));
        Assert.Contains("nobody yet", (await (await _hub.As("sam")).Open(Period)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_period_runs_the_host_sees_what_would_be_left_and_adds_a_few_words()
    {
        var host = await _hub.As("priya");
        var page = await host.Open($"{Period}/handover");
        Assert.Contains("If the period ended today, this would be left open", page.Text, StringComparison.Ordinal);
        Assert.Contains(Question, page.Text, StringComparison.Ordinal);

        await page.Submit("main form#words", ("Words", "Ask **Grace** first."));
        await After(28);

        Assert.Equal("Grace", (await (await _hub.As("sam")).Open(Period)).Document.QuerySelector("#handover .hub-prose strong")!.TextContent);
        (await (await _hub.As("sam")).Open($"{Period}/handover")).MustBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Words_are_added_until_the_period_has_wound_down_and_no_longer()
    {
        await After(14, month: 5);
        (await (await (await _hub.As("priya")).Open($"{Period}/handover")).Submit("main form#words", ("Words", "Good luck."))).MustBe(HttpStatusCode.OK);

        await After(15, month: 5);
        var late = await (await _hub.As("priya")).Post($"{Period}/handover?handler=Words", ("Words", "Too late"));

        late.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Good luck.", (await (await _hub.As("sam")).Open(Period)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_host_takes_a_promise_over_by_name_and_everybody_sees_it()
    {
        await After(30);
        var tom = await _hub.As("tom");

        var done = await TakeOver(tom, Promise);

        done.MustBe(HttpStatusCode.OK);
        var promise = await (await _hub.As("sam")).Open(Link(done, Promise));
        Assert.Contains("Tom Taylor took it over from Priya Patel on Monday 30 April 2007", promise.Text, StringComparison.Ordinal);
        Assert.Contains("Tom Taylor promised", promise.Text, StringComparison.Ordinal);
        Assert.Contains("Taken over by Tom Taylor on Monday 30 April 2007", (await (await _hub.As("sam")).Open(Period)).Text, StringComparison.Ordinal);
        Assert.Contains("Tom Taylor took over what you left", await Told("priya"), StringComparison.Ordinal);
        Assert.Contains("responses.promise.handed-over", await Trail());
        Assert.Contains("blogging.handover.taken-over", await Trail());
        (await tom.Open(Link(done, Promise) + "/keep")).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_declined_stays_with_who_had_it_and_says_why()
    {
        await After(30);
        var owner = await _hub.As("office");
        var decline = await owner.Open((await owner.Open($"{Period}/handover")).Document.QuerySelectorAll("main li").Single(l => l.TextContent.Contains(Question, StringComparison.Ordinal)).QuerySelector("a[href$=decline]")!.GetAttribute("href")!);

        var without = await decline.Submit(("Because", " "));
        var declined = await decline.Submit(("Because", "Only the pay team knows."));

        without.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["Say why you decline it; the reason stays beside it"], without.Errors);
        Assert.Contains("Declined by Olu Office on Monday 30 April 2007 because Only the pay team knows. It stays with Grace Green.", declined.Text, StringComparison.Ordinal);
        Assert.Contains("Stays with Grace Green: declined by Olu Office on Monday 30 April 2007 because Only the pay team knows", (await owner.Open(Link(declined, Question))).Text, StringComparison.Ordinal);
        Assert.Contains("Olu Office declined what you left", await Told("grace"), StringComparison.Ordinal);
        Assert.Contains("Olu Office declined what you left", await Told("priya"), StringComparison.Ordinal);
        Assert.Equal(People.Grace, await _hub.In((s, _) => Holder(s, Question)));
    }

    [Fact]
    public async Task What_the_next_host_declines_goes_back_to_the_blog_s_owner_who_is_told()
    {
        await After(30);
        var tom = await _hub.As("tom");
        var decline = await tom.Open((await tom.Open($"{Period}/handover")).Document.QuerySelectorAll("main li").Single(l => l.TextContent.Contains(Question, StringComparison.Ordinal)).QuerySelector("a[href$=decline]")!.GetAttribute("href")!);
        Assert.Contains("It goes back to the blog's owner", decline.Text, StringComparison.Ordinal);

        var declined = await decline.Submit(("Because", "Only the pay team knows."));

        Assert.Contains("It is with Olu Office now.", declined.Text, StringComparison.Ordinal);
        Assert.Contains("Went back to Olu Office: declined by Tom Taylor on Monday 30 April 2007 because Only the pay team knows", (await tom.Open(Link(declined, Question))).Text, StringComparison.Ordinal);
        Assert.Contains("goes back to Olu Office, because: Only the pay team knows.", await Told("office"), StringComparison.Ordinal);
        Assert.Equal(People.Olu, await _hub.In((s, _) => Holder(s, Question)));
    }

    [Fact]
    public async Task A_next_host_who_took_a_question_over_may_answer_it_while_their_own_period_is_answered()
    {
        await After(30);
        var tom = await _hub.As("tom");
        await TakeOver(tom, Question);
        var scope = new SubjectRef("blogging.period", StableId.From("priyas-days"));

        Assert.Equal(People.Tom, await _hub.In((s, _) => Holder(s, Question)));
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
        await TakeOver(await _hub.As("tom"), Promise);

        await After(19, month: 5);

        var toms = $"/blogs/leaders/hosting/{StableId.From("toms-days")}";
        var note = await (await _hub.As("office")).Open($"{toms}/handover");
        Assert.Contains("With Tom Taylor at the end of the period", Item(note, Promise).TextContent, StringComparison.Ordinal);
        await note.Submit($"#item-{Line(note, Promise)} form");
        Assert.Contains("Olu Office took it over from Tom Taylor on Saturday 19 May 2007", (await (await _hub.As("sam")).Open(Link(note, Promise))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_decide_about_one_item_at_once_one_wins_and_the_other_is_told_who()
    {
        await After(30);
        var (tom, owner) = (await _hub.As("tom"), await _hub.As("office"));

        var both = await Task.WhenAll(TakeOver(tom, Promise), TakeOver(owner, Promise));

        var told = Assert.Single(both, p => p.Status != HttpStatusCode.OK);
        told.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Matches("(Tom Taylor|Olu Office) took this over already", Assert.Single(told.Errors));
        Assert.Equal(1, await _hub.In((_, db) => db.Set<EngagementHub.Responses.Handover.Handing>().CountAsync()));
    }

    [Fact]
    public async Task Deciding_twice_the_same_changes_nothing_and_something_else_is_refused()
    {
        await After(30);
        var tom = await _hub.As("tom");
        var page = await tom.Open($"{Period}/handover");
        var line = Line(page, Promise);

        await tom.Post($"{Period}/handover?handler=TakeOver", ("line", line));
        var twice = await tom.Post($"{Period}/handover?handler=TakeOver", ("line", line));
        var other = await tom.Post($"{Period}/handover/{line}/decline", ("Because", "On second thoughts"));

        twice.MustBe(HttpStatusCode.OK);
        other.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(1, await _hub.In((_, db) => db.Set<EngagementHub.Responses.Handover.Handing>().CountAsync()));
    }

    [Fact]
    public async Task What_was_settled_meanwhile_is_not_taken_over()
    {
        await After(30);
        var owner = await _hub.As("office");
        var line = Line(await owner.Open($"{Period}/handover"), Promise);
        await (await (await _hub.As("priya")).Open(Link(await owner.Open($"{Period}/handover"), Promise) + "/keep")).Submit(("How", "The page is there"));

        var late = await owner.Post($"{Period}/handover?handler=TakeOver", ("line", line));

        late.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("There is nothing left to do", Assert.Single(late.Errors), StringComparison.Ordinal);
        Assert.Contains("Settled before anybody had to take it over", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_outgoing_host_nor_a_reader_decides()
    {
        await After(30);
        var line = Line(await (await _hub.As("office")).Open($"{Period}/handover"), Promise);

        (await (await _hub.As("priya")).Post($"{Period}/handover?handler=TakeOver", ("line", line))).MustBe(HttpStatusCode.UnprocessableEntity);
        (await (await _hub.As("priya")).Open($"{Period}/handover/{line}/decline")).MustBe(HttpStatusCode.Forbidden);
        (await (await _hub.As("sam")).Post($"{Period}/handover?handler=TakeOver", ("line", line))).MustBe(HttpStatusCode.Forbidden);
        (await (await _hub.As("office")).Open($"{Period}/handover/{Guid.NewGuid()}/decline")).MustBe(HttpStatusCode.NotFound);
    }

    private async Task After(int day, int month = 4)
    {
        _hub.Clock.Now = Sample.Utc(2007, month, day, 8, 0);
        await _hub.RunJob("blogging.handovers");
    }

    private async Task<string> Told(string userName) => (await (await _hub.As(userName)).Open("/notifications")).Text;

    private Task<List<string>> Trail() => _hub.In((_, db) => db.Audit.Select(a => a.What).ToListAsync());

    private static string Line(HubPage page, string item) => Item(page, item).Id!.Replace("item-", "", StringComparison.Ordinal);

    private static string Link(HubPage page, string item) => Item(page, item).QuerySelector("a")!.GetAttribute("href")!.Split('#')[0];

    private static AngleSharp.Dom.IElement Item(HubPage page, string item) => page.Document.QuerySelectorAll("main li[id^=item-]").Single(l => l.TextContent.Contains(item, StringComparison.Ordinal));

    private static async Task<HubPage> TakeOver(HubClient who, string item)
    {
        var page = await who.Open($"{Period}/handover");
        page.MustBe(HttpStatusCode.OK);
        return await page.Submit($"#item-{Line(page, item)} form");
    }

    private static async Task<StaffId?> Holder(IServiceProvider services, string item) =>
        (await services.GetRequiredService<IHandoverItems>().LeftOpenAsync(new("blogging.period", StableId.From("priyas-days")))).Single(i => i.Text == item).Holder;

    private Task<bool> MayAnswer(SubjectRef scope, DateTimeOffset at) => _hub.In((s, _) => s.GetRequiredService<IResponseScopes>().MayAnswerAsync(scope, People.Tom, at));

    private sealed class LeadersHub : HubFixture
    {
        protected override string Recipe => Path.Combine(AppContext.BaseDirectory, "Blogging", "handover.recipe.json");
    }
}
