using System.Net;
using System.Text.Encodings.Web;
using EngagementHub.Core.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.ServiceLevels;

public sealed class ServiceLevelPagesTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await hub.Tell2007();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Everyone_sees_on_the_board_and_at_home_how_services_stand()
    {
        var reader = await hub.As("tom");
        var board = await reader.Open("/service-levels");
        var home = await reader.Open("/");

        Assert.Contains("A new account IT services ● Met Accounts delivered 95% within 5 working days from 1 April 2007 April 2007 [p] 95.9% of", board.Text, StringComparison.Ordinal);
        Assert.Contains("Pay HR ▲ Missed People paid correctly 99% correct from 1 January 2007 March 2007 [p] 98.8% of 23,980", board.Text, StringComparison.Ordinal);
        // Another test of this hub may have promised something that nothing is known of yet.
        Assert.Matches("Of [34] promises 2 are met in the latest month, 1 missed", board.Text);
        Assert.Contains("Average time 5 working days on average, or fewer from 1 January 2007", board.Text, StringComparison.Ordinal);
        Assert.Contains("Percentages are cut, not rounded", board.Text, StringComparison.Ordinal);
        Assert.Matches("Of [34] promises 2 are met in the latest month, 1 missed", home.Text);
        Assert.Contains("▲ Missed Pay March 2007 [p]: 98.8% of 23,980 correct; promised: 99% correct, as of", home.Text, StringComparison.Ordinal);
        Assert.Contains("● Met A new account", home.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_s_page_says_the_promise_in_words_and_never_a_percentage_alone()
    {
        var page = await (await hub.As("tom")).Open("/service-levels/new-account");

        Assert.Contains("Promised: 90% within 5 working days from 1 January 2007; then 95% within 5 working days from 1 April 2007.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Open and already late", page.Text, StringComparison.Ordinal);
        Assert.Contains("Oldest still open", page.Text, StringComparison.Ordinal);
        Assert.Contains("January 2007 2.6 working days", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main a[href*=tickets]"));
        Assert.Contains("only service owners and administrators may open them", page.Text, StringComparison.Ordinal);
        Assert.Contains("The months need not add up to the total above", page.Text, StringComparison.Ordinal);
        Assert.Contains("Percentages are cut to one decimal and never rounded up", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_every_number_stand_its_tickets_for_those_who_may_see_them()
    {
        var sid = await hub.As("sid");
        var page = await sid.Open("/service-levels/new-account");
        var january = await sid.Open("/service-levels/new-account/tickets?level=delivered&month=2007-01&group=missed");

        Assert.NotEmpty(page.Document.QuerySelectorAll("main a[href*=tickets]"));
        Assert.All(page.Document.QuerySelectorAll("main a[href*=tickets]").Select(link => link.GetAttribute("href")!).Distinct().ToList(), link => Assert.Equal(HttpStatusCode.OK, sid.Open(link).Result.Status));
        Assert.Equal("Done late, January 2007", january.Heading);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await hub.As("tom")).Open("/service-levels/new-account/tickets")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sid.Open("/service-levels/nothing")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sid.Open("/service-levels/new-account/tickets?month=2007-13")).Status);
    }

    [Fact]
    public async Task A_service_owner_lists_a_service_promises_in_two_steps_and_raises_the_promise()
    {
        var sid = await hub.As("sid");
        var added = await (await sid.Open("/service-levels/services/add")).Submit(("Name", "Building passes"), ("RunBy", "Facilities"));
        var defined = await (await sid.Open("/service-levels/define?service=building-passes")).Submit(
            ("Name", "Passes issued"), ("Measure", "WithinWorkingHours"), ("Within", "8"), ("Target", "90"), ("From.Day", "1"), ("From.Month", "5"), ("From.Year", "2007"));
        var raised = await (await sid.Open("/service-levels/building-passes/passes-issued/step")).Submit(("Target", "95"), ("Within", "6"), ("From.Day", "1"), ("From.Month", "9"), ("From.Year", "2007"));
        var earlier = await (await sid.Open("/service-levels/building-passes/passes-issued/step")).Submit(("Target", "50"), ("Within", "6"), ("From.Day", "1"), ("From.Month", "6"), ("From.Year", "2007"));

        added.MustBe(HttpStatusCode.OK);
        Assert.Contains("90% within 8 working hours from 1 May 2007", defined.Text, StringComparison.Ordinal);
        Assert.Contains("then 95% within 6 working hours from 1 September 2007", raised.Text, StringComparison.Ordinal);
        earlier.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("The step must start after 1 September 2007, when the step before it starts", Assert.Single(earlier.Errors));
    }

    [Fact]
    public async Task What_is_missing_from_a_definition_is_said_at_the_field_and_what_was_typed_stays()
    {
        var sid = await hub.As("sid");
        var refused = await (await sid.Open("/service-levels/define?service=pay")).Submit(("Name", "Slips sent"), ("Measure", "WithinWorkingDays"), ("Within", "five"), ("Target", ""));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["Enter a whole number, for example 5", "Enter the target", "Enter the day from which it is promised"], refused.Errors.Order().Reverse().OrderBy(e => e.Contains("whole", StringComparison.Ordinal) ? 0 : e.Contains("target", StringComparison.Ordinal) ? 1 : 2));
        Assert.Equal("Slips sent", refused.Document.QuerySelector("input[name=Name]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await hub.As("tom")).Open("/service-levels/define")).Status);
    }

    [Fact]
    public async Task A_month_s_count_is_recorded_and_judged()
    {
        var sid = await hub.As("sid");
        var recorded = await (await sid.Open("/service-levels/pay/paid-correctly/count")).Submit(("Month.Day", "1"), ("Month.Month", "1"), ("Month.Year", "2007"), ("Right", "23712"), ("Of", "23930"));

        Assert.Contains("January 2007 99% 23,930", recorded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_post_the_figure_of_then_stands_beside_that_of_now()
    {
        var html = await hub.In(async (services, _) =>
        {
            var embed = services.GetServices<IPostEmbed>().Single(e => e.Name == "service-level");
            var content = await embed.RenderAsync("new-account/average", LevelBuilder.At("2007-02-15T10:00Z"), TestContext.Current.CancellationToken);
            using var writer = new StringWriter();
            content!.WriteTo(writer, HtmlEncoder.Default);
            return (writer.ToString(), await embed.RenderAsync("no-such-service", LevelBuilder.At("2007-02-15T10:00Z"), TestContext.Current.CancellationToken));
        });

        Assert.Contains("When this was posted, 15 February 2007", html.Item1, StringComparison.Ordinal);
        Assert.Contains("in February 2007", html.Item1, StringComparison.Ordinal);
        Assert.Contains("in April 2007", html.Item1, StringComparison.Ordinal);
        Assert.Null(html.Item2);
    }
}
