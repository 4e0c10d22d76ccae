using System.Net;
using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Signing;
using EngagementHub.ServiceLevels.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.ServiceLevels.Signing;

/// <summary>February 2007 is signed; then the past changes in every way it can.</summary>
public sealed class DriftTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>, IAsyncLifetime
{
    private const string February = "/service-levels/new-account/delivered/months/2007-02";
    private const string Figure = "88.7% of";

    public async ValueTask InitializeAsync() => await hub.Tell2007();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_happens_to_the_past_is_shown_ticket_by_ticket_and_moves_no_signed_figure()
    {
        var sid = await hub.As("sid");
        (await (await sid.Open($"{February}/sign")).Submit(("Sentence", "Half a team was ill in the second week."))).MustBe(HttpStatusCode.OK);
        hub.Clock.Now = new DateTimeOffset(2007, 5, 3, 9, 0, 0, TimeSpan.Zero);
        await Tell(new TicketReport("LATE-1", null, "new-account", [New("1", "2007-02-05T10:00Z", Meaning.Open), New("2", "2007-02-27T10:00Z", Meaning.Resolved)]));
        await Tell(Told("R07-01025", "reopened", "2007-04-30T10:00Z", Meaning.Open));
        await Tell(Told("R07-01030", "merged", "2007-04-30T10:00Z", Meaning.Void) with { Reason = "merged into R07-01031" });
        await Tell(Told("R07-01026", "moved", "2007-04-30T10:00Z", Meaning.Resolved) with { Service = "pay-queries" });
        await Correct("R07-01029", "2007-03-20T10:00Z");
        await hub.ReadAgain();

        var page = await sid.Open(February);

        Assert.Contains(Figure, page.Text, StringComparison.Ordinal);
        foreach (var words in (string[])["LATE-1 Arrived after signing", "R07-01025 Reopened 1 time since", "R07-01030 Made void merged into R07-01031", "R07-01026 Moved to another service To Pay queries", "R07-01029 Corrected Delivered", "5 tickets stand otherwise"])
        {
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        }

        var read = await (await hub.As("tom")).Open(February);
        Assert.Contains("Arrived after signing 1", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("LATE-1", read.Body, StringComparison.Ordinal);
        await RevisedAsync(sid);
    }

    private async Task RevisedAsync(HubClient sid)
    {
        var again = await (await sid.Open($"{February}/sign")).Submit(("Sentence", "One came to light in May and was late."), ("Reason", "Five tickets were corrected in May."));

        Assert.Contains("revision 2 [r]", again.Text, StringComparison.Ordinal);
        Assert.Contains("Signed again because: Five tickets were corrected in May.", again.Text, StringComparison.Ordinal);
        Assert.Contains("Half a team was ill in the second week.", again.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing that has arrived since differs", again.Text, StringComparison.Ordinal);
        var (exit, output, _) = await hub.Run("verify-months");
        Assert.Equal(0, exit);
        Assert.EndsWith("2 as signed, 0 not\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        await hub.In((_, db) => db.Set<FrozenRow>().Where(row => row.Ticket == "R07-01033").ExecuteUpdateAsync(set => set.SetProperty(row => row.Outcome, "missed"), TestContext.Current.CancellationToken));
        Assert.Equal(1, (await hub.Run("verify-months")).ExitCode);
    }

    private static ReportedEvent New(string key, string at, Meaning meaning) => new(key, LevelBuilder.At(at), 0, meaning.ToString(), meaning);

    private static LateNews Told(string number, string key, string at, Meaning meaning) => new(number, New(key, at, meaning));

    private Task<Took> Tell(LateNews news) => Tell(new TicketReport(news.Number, null, news.Service ?? "new-account", [news.Event with { Reason = news.Reason, Service = news.Service }]));

    private Task<Took> Correct(string number, string at) => hub.In(async (services, db) =>
    {
        var ticket = await db.Set<Ticket>().AsNoTracking().Include(t => t.Events).SingleAsync(t => t.Number == number, TestContext.Current.CancellationToken);
        var done = ticket.InForce.Single(happened => happened.Meaning == Meaning.Resolved);
        var instead = new ReportedEvent(done.Key, LevelBuilder.At(at), done.Order, done.State, done.Meaning) { Category = done.Category, Corrects = true };
        return await TakeAsync(services, new TicketReport(number, null, "new-account", [instead]));
    });

    private Task<Took> Tell(TicketReport report) => hub.In((services, _) => TakeAsync(services, report));

    private static async Task<Took> TakeAsync(IServiceProvider services, TicketReport report)
    {
        var taken = await services.GetRequiredService<TicketIntake>().TakeAsync("service-desk-2007", [report], TestContext.Current.CancellationToken);
        Assert.Contains(Assert.Single(taken).Result, new[] { Took.Accepted, Took.Corrected });
        return taken[0].Result;
    }

    private sealed record LateNews(string Number, ReportedEvent Event)
    {
        public string? Reason { get; init; }

        public string? Service { get; init; }
    }
}
