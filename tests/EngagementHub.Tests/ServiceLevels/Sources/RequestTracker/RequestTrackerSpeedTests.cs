using System.Diagnostics;
using System.Globalization;
using EngagementHub.ServiceLevels;
using EngagementHub.ServiceLevels.Sources.Polled;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.ServiceLevels.Sources.RequestTracker;

/// <summary>What reading costs beside what Request Tracker itself needs to answer. Measured when asked for: HUB_TEST_RT_TICKETS=1000 tests/run.sh rt.</summary>
[Trait("Needs", "RequestTracker")]
public sealed class RequestTrackerSpeedTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>
{
    [Fact]
    public async Task Reading_everything_takes_hardly_longer_than_Request_Tracker_needs_to_answer()
    {
        Assert.SkipUnless(int.TryParse(Environment.GetEnvironmentVariable("HUB_TEST_RT_TICKETS"), NumberStyles.None, CultureInfo.InvariantCulture, out var tickets) && Lives.Address is not null, "HUB_TEST_RT_TICKETS says how many tickets to measure with");
        using (var lives = new Lives())
        {
            lives.Lead(tickets, DateTimeOffset.UtcNow.AddDays(-200), TimeSpan.FromDays(120));
        }

        await hub.Fill();
        hub.Clock.Now = DateTimeOffset.UtcNow;
        var id = await ConnectAsync();
        var asked = await TimeAsync(AskAsync);

        var read = await TimeAsync(() => PollAsync(id));

        var source = await hub.In((_, db) => db.PolledSources.AsNoTracking().SingleAsync(known => known.Id == id, TestContext.Current.CancellationToken));
        TestContext.Current.TestOutputHelper!.WriteLine($"{source.Read} tickets with history: Request Tracker answered in {asked.TotalSeconds:0.0} s ({source.Read / asked.TotalSeconds:0} a second), read and taken in in {read.TotalSeconds:0.0} s ({source.Read / read.TotalSeconds:0} a second)");
        Assert.True(source.Read >= tickets, $"{source.Read} were read");
        Assert.Equal("", source.Error);

        // The same questions with the same work behind them, one after the other: how busy the machine is, is in both.
        Assert.True(read < asked * 2, $"{read.TotalSeconds:0.0} s beside {asked.TotalSeconds:0.0} s");
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var since = Stopwatch.StartNew();
        await work();
        return since.Elapsed;
    }

    // What the reader asks, and nothing done with the answers.
    private async Task AskAsync()
    {
        var reach = hub.Services.GetRequiredService<Reach>();
        var source = await hub.In((_, db) => db.PolledSources.AsNoTracking().FirstAsync(TestContext.Current.CancellationToken));
        var (ask, reader, cursor, isLast) = (reach.Ask(source, new LiveRules()), reach.Reader(source), source.Cursor, false);
        while (!isLast)
        {
            var page = await reader.ReadAsync(ask, cursor, TestContext.Current.CancellationToken);
            (cursor, isLast) = (page.Cursor, page.IsLast);
        }

        await reader.NumbersAsync(ask, TestContext.Current.CancellationToken);
    }

    private async Task PollAsync(Guid id)
    {
        await using var scope = hub.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Poll>().RunAsync(id, TestContext.Current.CancellationToken);
    }

    private Task<Guid> ConnectAsync() => hub.In((services, db) =>
    {
        var (act, reach) = (new Act(People.Ada, hub.Clock.Now), services.GetRequiredService<Reach>());
        var reader = reach.Readers.Single(known => known.Kind == "request-tracker");
        var source = PolledSource.Add("desk", reader.Kind, "Desk", Lives.Address!, reader.CursorFrom(null), act);
        source.KeepSecret(services.GetRequiredService<Secrets>().Encrypt(Lives.Token), act);
        source.Map(reader.Suggestion with { Services = ServiceRule.Parse("every ticket = new-account") }, "", reader.CursorFrom(null), act);
        source.Resume(act);
        db.PolledSources.Add(source);
        return Task.FromResult(source.Id);
    });
}
