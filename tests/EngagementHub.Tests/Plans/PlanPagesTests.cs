using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using EngagementHub.Plans;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Plans;

public sealed class PlanPagesTests(PlansHub hub) : IClassFixture<PlansHub>
{
    [Fact]
    public async Task A_draft_is_seen_by_who_works_on_it_and_by_everybody_once_it_is_adopted()
    {
        var plan = await hub.Drafted("seen");

        (await (await hub.As("tom")).Open(plan)).MustBe(HttpStatusCode.NotFound);
        var draft = await (await hub.As("priya")).Open(plan);
        Assert.Contains("No actions yet", draft.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Green at worst", draft.Text, StringComparison.Ordinal);
        await hub.Added("seen", "Clear the queries", new(2007, 6, 29));
        var refused = await (await (await hub.As("office")).Open($"{plan}/adopt")).Submit(("At6", "Fewer"), ("At12", ""), ("At24", "None"));
        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Fewer", refused.Document.QuerySelector("#At6")!.TextContent.Trim());
        await refused.Submit(("At12", "Few"));

        Assert.Contains("Clear the queries", (await (await hub.As("")).Open(plan)).Text, StringComparison.Ordinal);
        (await (await hub.As("tom")).Open($"{plan}/adopt")).MustBe(HttpStatusCode.Forbidden);
        (await (await hub.As("tom")).Open("/plans/draft")).MustBe(HttpStatusCode.Forbidden);
        (await (await hub.As("tom")).Open("/plans/no-such-plan")).MustBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Weights_that_do_not_add_up_are_refused_with_what_was_typed_kept()
    {
        var page = await (await hub.As("office")).Open("/plans/draft");

        var refused = await page.Submit(
            ("Kind", "ImprovementPlan"), ("Title", "Weighed"), ("Address", "weighed"), ("Purpose", "Better pay"), ("Owner", $"{People.Priya}"),
            ("FirstDay.Day", "2"), ("FirstDay.Month", "4"), ("FirstDay.Year", "2007"), ("Areas", "Pay: 60\nReviews: 30"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["The weights make 90%. Weigh every area so that they make 100, or none"], refused.Errors);
        Assert.Equal("Weighed", refused.Document.QuerySelector("#Title")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Owner_and_reviewer_disagree_and_that_is_what_everybody_reads_first()
    {
        var (plan, action) = await hub.Adopted("disagree");
        await (await (await hub.As("grace")).Open($"{action}/say")).Submit(("Rag", "Green"), ("Because", "Going well"));
        (await (await hub.As("tom")).Open($"{action}/say")).MustBe(HttpStatusCode.Forbidden);
        await (await (await hub.As("sid")).Open($"{action}/say")).Submit(("Rag", "AmberRed"), ("Because", "I doubt it"));

        var read = (await (await hub.As("tom")).Open(action)).Text;

        Assert.Contains("They disagree: dates and measure say Green, the owner says Green, the reviewer says Amber/Red", read, StringComparison.Ordinal);
        Assert.Contains("On 1 action of 1 the readings disagree", (await (await hub.As("tom")).Open(plan)).Text, StringComparison.Ordinal);
        Assert.Contains("On 1 action of 1 the readings disagree", (await (await hub.As("tom")).Open($"{plan}/report")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_is_moved_with_a_reason_and_not_to_a_bank_holiday()
    {
        var (_, action) = await hub.Adopted("moved");
        var page = await (await hub.As("grace")).Open($"{action}/move");

        var refused = await page.Submit(("Due.Day", "27"), ("Due.Month", "8"), ("Due.Year", "2007"), ("Because", "More time"));
        var moved = await refused.Submit(("Due.Day", "28"));

        Assert.Contains("is no working day (Summer bank holiday)", refused.Errors[0], StringComparison.Ordinal);
        Assert.Contains("First Friday 29 June 2007: moved by 41 working days", moved.Row("Due"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_is_given_only_to_somebody_who_works_here()
    {
        var (_, action) = await hub.Adopted("gone");
        var page = await (await hub.As("office")).Open($"{action}/give");

        var refused = await page.Submit(("Owner", $"{Guid.NewGuid()}"), ("Because", "Grace leaves"));
        var given = await page.Submit(("Owner", $"{People.Sid}"), ("Because", "Grace leaves"));

        Assert.Equal(["That person has left. Choose somebody who works here"], refused.Errors);
        Assert.Contains("Sid Service", given.Row("Who does it"), StringComparison.Ordinal);
        Assert.Contains("Grace Green gave it to Sid Service: Grace leaves", given.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_has_its_baseline_frozen_and_its_readings_with_evidence_drawn_against_the_plan()
    {
        var (plan, action) = await hub.Adopted("measured");
        var olu = await hub.As("office");
        var measure = await (await olu.Open($"{plan}/measures/add")).Submit(
            ("Name", "Old queries"), ("Unit", "queries"), ("Owner", $"{People.Sid}"), ("Target", "0"), ("TargetDay.Day", "29"), ("TargetDay.Month", "6"), ("TargetDay.Year", "2007"), ("Failure", "More than 62"));
        var sid = await hub.As("sid");
        await (await sid.Open($"{measure.Url}/baseline")).Submit(("Value", "62"), ("Day.Day", "30"), ("Day.Month", "3"), ("Day.Year", "2007"), ("Method", "Counted"), ("Source", "The queue"));
        var early = await (await sid.Open($"{measure.Url}/enter")).Submit(("Value", "60"), ("Day.Day", "29"), ("Day.Month", "3"), ("Day.Year", "2007"), ("Evidence", "The queue"));
        var read = await early.Submit(("Day.Day", "23"), ("Day.Month", "4"));
        var linked = await (await olu.Open($"{action}/link")).Submit(("Measure", measure.Url.Split('/')[^1]));

        Assert.Equal(["The baseline is of Friday 30 March 2007. A reading comes after it"], early.Errors);
        Assert.Contains("\"value\":60", read.Document.QuerySelector(".hub-chart script")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("23 April 2007", read.Document.QuerySelector(".hub-chart table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("its measure is well behind", linked.Text, StringComparison.Ordinal);
        (await (await hub.As("tom")).Open($"{measure.Url}/enter")).MustBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_percentage_is_cut_to_one_decimal_on_every_page()
    {
        var (plan, _) = await hub.Adopted("cut");
        var measure = await (await (await hub.As("office")).Open($"{plan}/measures/add")).Submit(
            ("Name", "Built in time"), ("Unit", "%"), ("Owner", $"{People.Sid}"), ("Target", "95"), ("TargetDay.Day", "29"), ("TargetDay.Month", "6"), ("TargetDay.Year", "2007"), ("Failure", "Fewer than before"));
        var sid = await hub.As("sid");
        await (await sid.Open($"{measure.Url}/baseline")).Submit(("Value", "80"), ("Day.Day", "30"), ("Day.Month", "3"), ("Day.Year", "2007"), ("Method", "Counted"), ("Source", "The queue"));
        await (await sid.Open($"{measure.Url}/enter")).Submit(("Value", "83.18"), ("Day.Day", "23"), ("Day.Month", "4"), ("Day.Year", "2007"), ("Evidence", "The queue"));

        foreach (var page in (string[])[plan, $"{plan}/report", measure.Url])
        {
            var text = (await sid.Open(page)).Text;
            Assert.Contains("83.1%", text, StringComparison.Ordinal);
            Assert.DoesNotContain("83.18", text, StringComparison.Ordinal);
            Assert.DoesNotContain("83.2%", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_plan_says_of_how_many_and_which_actions_are_done()
    {
        var (plan, action) = await hub.Adopted("counted");
        var grace = await hub.As("grace");
        await (await grace.Open($"{action}/say")).Submit(("Rag", "Green"), ("Because", "Going well"));

        Assert.Matches("Readings disagree ?0 of 1 action", (await grace.Open(plan)).Text);
        await (await grace.Open($"{action}/done")).Submit(("How", "All were answered; see the queue"));
        var read = (await grace.Open(plan)).Text;

        Assert.Matches("Done ?1 of 1 action, 100%", read);
        Assert.Matches("Done on 24 April 2007 ?due 29 June 2007", read);
    }

    [Fact]
    public async Task It_leaves_as_csv_json_and_a_feed_with_the_same_readings()
    {
        var (_, action) = await hub.Adopted("leaves");
        await (await (await hub.As("grace")).Open($"{action}/say")).Submit(("Rag", "AmberGreen"), ("Because", "=cmd|a slow start"));
        var client = await hub.As("");

        var csv = (await client.Open("/plans.csv?plan=leaves")).Body;
        using var json = JsonDocument.Parse((await client.Open("/plans.json?plan=leaves")).Body);
        var entries = XDocument.Parse((await client.Open("/plans/feed")).Body).Descendants("{http://www.w3.org/2005/Atom}entry").Select(e => e.Element("{http://www.w3.org/2005/Atom}title")!.Value).ToList();

        Assert.Contains("Clear the queries of leaves", csv, StringComparison.Ordinal);
        Assert.Contains("Amber/Green", csv, StringComparison.Ordinal);
        Assert.Equal("Amber/Green", json.RootElement[0].GetProperty("areas")[0].GetProperty("actions")[0].GetProperty("ownerSays").GetString());
        Assert.Contains("Amber/Green (owner): Clear the queries of leaves", entries);
        Assert.Contains("Adopted: Plan leaves", entries);
    }

    [Fact]
    public async Task What_is_overdue_and_expired_is_told_once_to_owner_and_plan_owner()
    {
        var (_, action) = await hub.Adopted("told", new(2007, 4, 20));
        await hub.RunJob("plans.reminders");
        await hub.RunJob("plans.reminders");

        var id = Guid.Parse(action.Split('/')[^1]);
        var told = await hub.In(async (_, db) => await db.ActionReminders.AsNoTracking().Where(r => r.Action == id).ToListAsync());

        Assert.Equal([People.Grace, People.Priya], told.Select(r => r.To).OrderBy(t => t == People.Priya));
        Assert.Contains("Your action is overdue", (await (await hub.As("grace")).Open("/notifications")).Text, StringComparison.Ordinal);
        Assert.Contains("An action of your plan is overdue", (await (await hub.As("priya")).Open("/notifications")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_is_found_by_its_words_once_its_plan_is_adopted()
    {
        await hub.Drafted("hidden");
        await hub.Added("hidden", "Unfindable zeppelins", new(2007, 6, 29));
        await hub.Adopted("findable");
        var reader = await hub.As("tom");

        Assert.DoesNotContain("Unfindable", (await reader.Open("/search?q=zeppelins")).Text.Replace("for “", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Clear the queries of findable", (await reader.Open("/search?q=findable")).Text, StringComparison.Ordinal);
    }
}
