using EngagementHub.Core.Time;
using EngagementHub.Plans;
using EngagementHub.Responses;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Story;

/// <summary>A demonstration that is put back stands as of its clock on every page, and its texts agree with each other and with what is computed.</summary>
public sealed class AsOfItsClockTests(AsOfItsClockTests.Hub hub) : IClassFixture<AsOfItsClockTests.Hub>, IAsyncLifetime
{
    private static readonly DateTimeOffset Then = new(2007, 4, 24, 9, 0, 0, TimeSpan.Zero);

    // The whole story is told before the clock is put back.
    public async ValueTask InitializeAsync()
    {
        _ = await hub.As("");
        (hub.Clock.Now, hub.Clock.StandsBack) = (Then, true);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/", "30 April 2007,")]
    [InlineData("/service-levels", "30 April 2007")]
    [InlineData("/service-levels/standard-desktop", "30 April 2007")]
    [InlineData("/service-levels/pay-queries", "2026")]
    [InlineData("/promises", "2008")]
    [InlineData("/plans", "2008")]
    [InlineData("/surveys", "2012")]
    [InlineData("/audit", "2008")]
    [InlineData("/moderation/log", "October 2007")]
    public async Task No_page_tells_what_came_later(string url, string later)
    {
        var page = await (await hub.As(url == "/moderation/log" ? "intranet-editor" : "administrator")).Open(url);

        page.MustBe(System.Net.HttpStatusCode.OK);
        Assert.DoesNotContain(later, page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_stand_as_of_the_clock_and_are_not_called_the_end_of_the_record()
    {
        var page = await (await hub.As("staff-member")).Open("/service-levels/pay-queries");

        Assert.Contains("as of 10am on Tuesday 24 April 2007", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("the end of this record", page.Text, StringComparison.Ordinal);
        Assert.Contains("62 older than 30 days", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_that_was_signed_later_is_not_signed_yet()
    {
        hub.Clock.Now = new DateTimeOffset(2007, 4, 4, 9, 0, 0, TimeSpan.Zero);
        var before = (await (await hub.As("staff-member")).Open("/service-levels/pay/paid-correctly/months/2007-03")).Text;
        hub.Clock.Now = new DateTimeOffset(2007, 4, 6, 9, 0, 0, TimeSpan.Zero);
        var after = (await (await hub.As("staff-member")).Open("/service-levels/pay/paid-correctly/months/2007-03")).Text;
        hub.Clock.Now = Then;

        Assert.DoesNotContain("overtime claims now have a check", before, StringComparison.Ordinal);
        Assert.Contains("overtime claims now have a check", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_action_of_a_plan_calls_done_is_not_late_among_the_promises()
    {
        var (promises, actions) = await hub.In(async (_, db) => (await db.Promises.ToListAsync(), await db.PlannedActions.ToListAsync()));

        var done = actions.Where(a => a.DoneAt is not null).SelectMany(a => a.Causes.Select(c => (Action: a, Promise: promises.Find(p => p.Id == c.Subject.Id)))).Where(d => d.Promise is not null).ToList();

        Assert.NotEmpty(done);
        Assert.All(done, d => Assert.True(d.Promise!.KeptAt <= d.Action.DoneAt!.Value.AddDays(1), $"\"{d.Action.Title}\" is done while \"{d.Promise.What}\" is not kept"));
    }

    [Fact]
    public async Task The_table_of_half_a_year_says_of_each_promise_what_its_page_says()
    {
        var then = new DateTimeOffset(2007, 7, 2, 9, 0, 0, TimeSpan.Zero);
        var promises = await hub.In((_, db) => db.Promises.Where(p => p.MadeAt <= then).ToListAsync());
        hub.Clock.Now = then;
        var post = await (await hub.As("staff-member")).Open("/blogs/permanent-secretary/2007/07/02/half-a-year-of-promises");
        hub.Clock.Now = Then;

        Assert.Equal(promises.Count, post.Document.QuerySelectorAll(".hub-prose tbody tr").Length);
        Assert.All(promises, p => Assert.Contains(Say.ShortDay(p.FirstDue).Replace(" 2007", "", StringComparison.Ordinal), post.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_needs_help_finds_an_address() =>
        Assert.Contains("engagement-hub@department.example", (await (await hub.As("")).Open("/contact")).Text, StringComparison.Ordinal);

    public sealed class Hub : HubFixture
    {
        public Hub() => Clock.Now = new DateTimeOffset(2012, 12, 31, 12, 0, 0, TimeSpan.Zero);

        protected override string Recipe { get; } = Path.Combine(HostProcess.Root, "content-recipes", "home-office-2007.recipe.json");
    }
}
