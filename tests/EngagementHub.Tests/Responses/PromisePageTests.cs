using System.Net;
using System.Text.Json;
using EngagementHub.Responses;
using EngagementHub.Responses.Promises;

namespace EngagementHub.Tests.Responses;

public sealed class PromisePageTests(ResponsesFixture hub) : IClassFixture<ResponsesFixture>
{
    private static readonly DateOnly Today = new(2007, 4, 24);

    [Fact]
    public async Task The_ledger_counts_what_is_late_open_kept_and_dropped_and_filters()
    {
        await Made("Late by four", Today.AddDays(-6), People.Sid);
        await Made("Open until May", Today.AddDays(10), People.Sid);
        await Made("Kept early", Today.AddDays(3), People.Sid, p => p.Keep("Done", null, (People.Sid, hub.Clock.Now, Today)));
        await Made("Dropped", Today.AddDays(3), People.Sid, p => p.Drop("=No money", People.Sid, hub.Clock.Now));
        var tom = await hub.As("tom");

        var late = await tom.Open("/promises?owner=sid&state=late");
        var data = JsonDocument.Parse((await tom.Open("/promises.json?owner=sid")).Body).RootElement;
        var csv = (await tom.Open("/promises.csv?owner=sid&state=dropped")).Body;

        Assert.Contains("late by 4 working days", late.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Open until May", late.Text, StringComparison.Ordinal);
        Assert.Equal(["Late", "Open", "Kept", "Dropped"], data.EnumerateArray().Select(l => l.GetProperty("state").GetString()));
        Assert.Contains(",'=No money", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_owner_keeps_it_with_evidence()
    {
        var promise = await Made("A list of posts", Today.AddDays(3), People.Grace);
        var grace = await hub.As("grace");

        var refused = await (await grace.Open($"/promises/{promise}/keep")).Submit(("How", ""), ("Link", "/lists"));
        var kept = await refused.Submit(("How", "The list is published"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Kept kept 3 working days early", kept.Text, StringComparison.Ordinal);
        Assert.Contains("/lists", kept.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moved_day_stays_in_view_and_the_owner_is_told_when_somebody_else_moves_it()
    {
        var promise = await Made("A new form", Today.AddDays(3), People.Grace);

        var moved = await (await (await hub.As("office")).Open($"/promises/{promise}/change"))
            .Submit(("Due.Day", "29"), ("Due.Month", "6"), ("Due.Year", "2007"), ("Because", "The printer is late"));

        Assert.Contains("Friday 27 April 2007, moved to Friday 29 June 2007: The printer is late", moved.Text, StringComparison.Ordinal);
        Assert.Contains("Your promise has a new day", (await (await hub.As("grace")).Open("/notifications")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_is_dropped_only_with_a_reason_and_only_by_those_concerned()
    {
        var promise = await Made("A lift", Today.AddDays(3), People.Grace);

        (await (await hub.As("tom")).Open($"/promises/{promise}/drop")).MustBe(HttpStatusCode.Forbidden);
        (await (await hub.As("tom")).Post($"/promises/{promise}/drop", ("Because", "No"))).MustBe(HttpStatusCode.Forbidden);
        var refused = await (await (await hub.As("priya")).Open($"/promises/{promise}/drop")).Submit(("Because", ""));
        var dropped = await refused.Submit(("Because", "The landlord says no"));

        Assert.Equal("Say why it will not be done", Assert.Single(refused.Errors));
        Assert.Contains("The landlord says no", dropped.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_in_a_post_is_public_at_once_and_due_on_a_bank_holiday_says_so()
    {
        hub.Period("promising", 0);
        var on = $"/promises/make?on=blogging.post/{StableId.From("promising-post")}";
        (await (await hub.As("tom")).Open(on)).MustBe(HttpStatusCode.Forbidden);

        var made = await (await (await hub.As("priya")).Open(on)).Submit(
            ("What", "We will answer the rest"), ("Owner", People.Grace.ToString()), ("Due.Day", "7"), ("Due.Month", "5"), ("Due.Year", "2007"), ("Evidence", "The bulletin"));

        made.MustBe(HttpStatusCode.OK);
        Assert.Contains("Monday 7 May 2007 (Early May bank holiday)", made.Text, StringComparison.Ordinal);
        Assert.Matches(@"What was promised \d+ late · [1-9]\d* open", (await (await hub.As("tom")).Open("/")).Text);
    }

    [Fact]
    public async Task Home_counts_what_was_known_by_the_clock_as_the_ledger_does()
    {
        var later = hub.Clock.Now.AddDays(7);
        await Made("Kept next week", Today.AddDays(20), People.Grace, p => p.Keep("Done", null, (People.Grace, later, Today.AddDays(7))));
        await Made("Dropped next week", Today.AddDays(20), People.Grace, p => p.Drop("No money", People.Grace, later));
        await Made("Moved next week", Today.AddDays(-2), People.Grace, p => p.Change(Today.AddDays(60), "More time", (People.Grace, later, Today.AddDays(7))));
        var tom = await hub.As("tom");

        var counted = (await tom.Open("/promises")).Document.QuerySelectorAll(".hub-figures__number").Select(n => n.TextContent).ToList();

        Assert.Contains($"{counted[0]} late · {counted[1]} open · {counted[2]} kept", (await tom.Open("/")).Text, StringComparison.Ordinal);
        Assert.Contains("2 of", (await tom.Open("/promises?state=open&q=next+week")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_beyond_a_month_is_said_once_as_a_date_and_what_nobody_asked_is_said_unasked()
    {
        var promise = await Made("A far lift", new DateOnly(2007, 6, 29), People.Grace);
        var tom = await hub.As("tom");

        var listed = (await tom.Open("/promises?q=far+lift")).Document.QuerySelector(".hub-ledger__entry")!.TextContent;
        var read = (await tom.Open($"/promises/{promise}")).Text;

        Assert.Contains("due on Friday 29 June 2007", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("; due", listed, StringComparison.Ordinal);
        Assert.Contains("Said unasked", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("You said", listed, StringComparison.Ordinal);
        Assert.Contains("Open due on Friday 29 June 2007", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_promise_says_which_day_passed_whose_it_is_what_was_said_last_and_when_its_owner_is_asked_next()
    {
        var promise = await Made("Three lifts", Today.AddDays(-4), People.Grace, p => p.Change(Today.AddDays(-1), "the parts are late", (People.Grace, hub.Clock.Now.AddDays(-10), Today.AddDays(-10))));

        var page = await (await hub.As("tom")).Open($"/promises/{promise}");

        Assert.Contains("Monday 23 April 2007 has passed, and nobody has shown it kept. It is late by 1 working day.", page.Row("What happened"), StringComparison.Ordinal);
        Assert.Equal("Grace Green", page.Row("Who has it now"));
        Assert.StartsWith("The day was moved to Monday 23 April 2007, because the parts are late (Grace Green, ", page.Row("Said last"), StringComparison.Ordinal);
        Assert.Equal("No figure is tied to it: people say how it stands", page.Row("The measure now"));
        Assert.StartsWith("Grace Green is asked on Friday 1 June 2007 how it stands", page.Row("What comes next"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_that_is_not_late_explains_no_delay() =>
        Assert.DoesNotContain("Why it is late", (await (await hub.As("tom")).Open($"/promises/{await Made("In time", Today, People.Grace)}")).Text, StringComparison.Ordinal);

    private async Task<Guid> Made(string what, DateOnly due, StaffId owner, Action<Promise>? then = null)
    {
        var promise = Promise.Mark(new Pledge(what, "A list", owner, due), (Comments.Post, Comments.Period), owner);
        promise.Make(owner, hub.Clock.Now.AddDays(-20), Today.AddDays(-20));
        then?.Invoke(promise);
        await hub.In((_, db) => Task.FromResult(db.Promises.Add(promise)));
        return promise.Id;
    }
}
