using EngagementHub.Plans;
using EngagementHub.Plans.Plans;
using EngagementHub.Tests.Story;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Plans;

/// <summary>The plans of the demonstration, read long after.</summary>
public sealed class StoryPlansTests : IClassFixture<Story2007Hub>
{
    private readonly Story2007Hub _hub;

    public StoryPlansTests(Story2007Hub hub)
    {
        _hub = hub;
        hub.Clock.Now = new DateTimeOffset(2012, 6, 1, 9, 0, 0, TimeSpan.Zero);
    }

    [Fact]
    public async Task There_is_a_plan_of_each_kind_closed_assessed_and_with_nothing_left_open()
    {
        var plans = await _hub.In(async (_, db) => await db.Plans.AsNoTracking().ToListAsync());
        var reviewed = await _hub.In(async (_, db) => await db.PlanReviews.Select(r => r.Plan).Distinct().CountAsync());

        Assert.Equal(Enum.GetValues<PlanKind>(), plans.Select(p => p.Kind).Distinct().Order());
        Assert.All(plans, p => Assert.NotNull(p.ClosedAt));
        Assert.Equal(plans.Count, reviewed);
        Assert.Equal(0, await _hub.In(async (_, db) => await db.PlannedActions.CountAsync(a => a.DoneAt == null && a.DroppedAt == null)));
    }

    [Fact]
    public async Task What_caused_an_action_shows_it_and_the_action_shows_its_cause()
    {
        var reader = await _hub.As("staff-member");

        var theme = await reader.Open($"/responses/themes/{StableId.From("responses.theme/it-networks")}");
        var promise = await reader.Open($"/promises/{StableId.From("responses.promise/it-p-network")}");
        var service = await reader.Open("/service-levels/new-account");
        var action = await reader.Open($"/plans/actions/{StableId.From("plans.action/it-a-network")}");

        Assert.All([theme, promise], p => Assert.Contains("Open both networks from one machine with one password", p.Text, StringComparison.Ordinal));
        Assert.Contains("Open accounts in days, not weeks", service.Text, StringComparison.Ordinal);
        Assert.Contains("Two networks", action.Row("What caused it"), StringComparison.Ordinal);
        Assert.Contains("One joined-up network by the end of 2007", action.Row("What caused it"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_follows_its_service_level_and_milestones_hold_what_was_found()
    {
        await _hub.RunJob("plans.readings");

        var measure = await (await _hub.As("staff-member")).Open($"/plans/measures/{StableId.From("plans.measure/it-m-accounts")}");
        var plan = await _hub.In(async (_, db) => await db.Plans.AsNoTracking().FirstAsync(p => p.Slug == "it-service-levels"));

        Assert.Contains("31 January 2007", measure.Document.QuerySelector(".hub-chart table")!.TextContent, StringComparison.Ordinal);
        Assert.All(plan.Milestones, m => Assert.True(m is { Snapshot: not null, IsIntact: true }));
        Assert.Equal("done", Snapshot.Read(plan.MilestoneOf(6).Snapshot!).Actions.Single(a => a.Title.StartsWith("Clear what", StringComparison.Ordinal)).State);
        Assert.Equal(new DateOnly(2008, 3, 31), Snapshot.Read(plan.MilestoneOf(12).Snapshot!).Actions.Single(a => a.Title.StartsWith("Open both", StringComparison.Ordinal)).Due);
    }

    [Fact]
    public async Task The_agreement_of_2007_is_told_with_verified_before_forecast()
    {
        _hub.Clock.Now = new DateTimeOffset(2010, 12, 1, 9, 0, 0, TimeSpan.Zero);
        var page = (await (await _hub.As("staff-member")).Open("/benefits/value-for-money")).Text;

        Assert.Contains("£1,414m a year by 2010-11", page, StringComparison.Ordinal);
        Assert.Contains("2009-10 £928m £787m", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Verified in", StringComparison.Ordinal) < page.IndexOf("Forecast", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Staff_time_for_the_blog_is_counted_from_what_was_done_there()
    {
        var (from, until) = (new DateTimeOffset(2007, 3, 31, 23, 0, 0, TimeSpan.Zero), new DateTimeOffset(2008, 3, 31, 23, 0, 0, TimeSpan.Zero));
        var posts = await _hub.In(async (_, db) => await db.Set<EngagementHub.Blogging.Posts.Post>().CountAsync(p => p.PublishAt >= from && p.PublishAt < until));
        var answers = await _hub.In(async (_, db) => await db.Set<EngagementHub.Responses.Questions.Answer>().CountAsync(a => a.PublishedAt >= from && a.PublishedAt < until));
        var decisions = await _hub.In(async (_, db) => await db.Set<EngagementHub.Conversation.Moderation.Decision>().CountAsync(d => d.At >= from && d.At < until));

        var page = await (await _hub.As("staff-member")).Open("/benefits/value-for-money/6");

        var row = Assert.Single(page.Document.QuerySelectorAll(".hub-stack tbody tr"), r => r.QuerySelector("[data-label='Hours counted']") is not null);
        Assert.Contains("2007-08", row.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{posts}", row.QuerySelector("[data-label='Published posts']")!.TextContent);
        Assert.Equal($"{answers}", row.QuerySelector("[data-label='Published answers']")!.TextContent);
        Assert.Equal($"{Math.Round((decisions * 5 / 60m) + answers + (posts * 4), MidpointRounding.AwayFromZero):N0}", row.QuerySelector("[data-label='Hours counted']")!.TextContent);
        Assert.True(posts > 0 && answers > 0 && decisions > 0);
    }

    [Fact]
    public async Task A_plan_claims_no_more_signed_months_than_there_are()
    {
        var action = await _hub.In(async (_, db) => await db.PlannedActions.AsNoTracking().FirstAsync(a => a.Title == "Have service owners sign their months"));
        var reader = await _hub.As("staff-member");
        var months = await _hub.In(async (_, db) => await db.Set<EngagementHub.ServiceLevels.Signing.SignedMonth>().AsNoTracking().ToListAsync());

        Assert.Equal("January to March are signed for all five levels, each on the fourth working day after the month.", action.DoneText);
        Assert.All(months, m => Assert.True(m.At < action.DoneAt));
        Assert.Equal([1, 2, 3], months.Select(m => m.Month.Month).Distinct().Order());
        Assert.Contains("Signed", (await reader.Open("/service-levels/new-account")).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("2007-02-15")]
    [InlineData("2007-11-15")]
    public async Task On_any_day_the_files_tell_what_the_page_tells(string day)
    {
        var reader = await _hub.As("staff-member");
        var now = _hub.Clock.Now;
        _hub.Clock.Now = new DateTimeOffset(DateOnly.Parse(day, null), new TimeOnly(9, 0), TimeSpan.Zero);
        using var json = System.Text.Json.JsonDocument.Parse((await reader.Open("/plans.json?plan=it-service-levels")).Body);
        _hub.Clock.Now = now;

        Assert.DoesNotMatch("\"20(0[89]|1)", json.RootElement[0].GetProperty("measures").GetRawText());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, json.RootElement[0].GetProperty("closedDay").ValueKind);
        Assert.All(json.RootElement[0].GetProperty("areas").EnumerateArray().SelectMany(a => a.GetProperty("actions").EnumerateArray()), a => Assert.Equal(a.GetProperty("state").GetString() == "done", a.GetProperty("doneDay").ValueKind != System.Text.Json.JsonValueKind.Null));
        Assert.All(json.RootElement[0].GetProperty("areas").EnumerateArray().SelectMany(a => a.GetProperty("actions").EnumerateArray()), a => Assert.True(a.GetProperty("moved").GetArrayLength() == 0 || a.GetProperty("moved").EnumerateArray().Last().GetProperty("to").GetString() == a.GetProperty("due").GetString()));
    }

    [Fact]
    public async Task No_action_is_done_while_its_own_measure_says_that_it_is_not()
    {
        var queries = await (await _hub.As("staff-member")).Open($"/plans/actions/{StableId.From("plans.action/hr-a-queries")}");
        var waiting = await (await _hub.As("staff-member")).Open($"/plans/actions/{StableId.From("plans.action/it-a-waiting")}");

        Assert.Contains("Monday 30 June 2008", queries.Row("Done"), StringComparison.Ordinal);
        Assert.All([queries, waiting], p => Assert.Contains("Green", p.Document.QuerySelector(".hub-figures")!.TextContent, StringComparison.Ordinal));
    }
}
