using EngagementHub.Core.Jobs;
using EngagementHub.ServiceLevels;
using EngagementHub.ServiceLevels.Sources.Polled;
using EngagementHub.ServiceLevels.Tickets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngagementHub.Tests.ServiceLevels.Sources;

public sealed class PollTests(PollTests.Hub hub) : IClassFixture<PollTests.Hub>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_page_brought_and_the_place_to_go_on_from_are_saved_together_or_not_at_all()
    {
        var id = await hub.NewSource();
        hub.System.Tell(("1", "new", "IT"), ("2", "new", "IT"));
        hub.System.DiesAfterReading = true;
        await Assert.ThrowsAnyAsync<Exception>(() => hub.Poll(id));
        Assert.Equal("", (await hub.Find(id)).Cursor);

        hub.System.DiesAfterReading = false;
        await hub.Poll(id);

        var source = await hub.Find(id);
        Assert.Equal((2L, 2L, 0L, 0L, "page 1"), (source.Read, source.Accepted, source.Rejected, source.Duplicates, source.Cursor));
        Assert.Equal(2, await hub.In((_, db) => db.Tickets.CountAsync(ticket => ticket.Source == source.Name, Cancellation)));
    }

    [Fact]
    public async Task A_value_that_nothing_is_said_about_waits_and_is_taken_in_when_it_is_mapped()
    {
        var id = await hub.NewSource();
        hub.System.Tell(("1", "new", "IT"), ("2", "escalated", "IT"));
        await hub.Poll(id);
        Assert.Equal(["2"], await hub.Waiting(id));

        await hub.In(async (_, db) =>
        {
            var source = await db.PolledSources.SingleAsync(known => known.Id == id, Cancellation);
            source.Map(source.Rules with { Statuses = [.. source.Rules.Statuses, new("escalated", Meaning.Open, "")] }, "Escalated is work like any other", "", new Act(null, hub.Clock.Now));
            return source;
        });
        await hub.Poll(id);

        Assert.Empty(await hub.Waiting(id));
        Assert.Equal((4L, 2L, 1L, 1L), (await hub.Find(id)) is var now ? (now.Read, now.Accepted, now.Rejected, now.Duplicates) : default);
    }

    [Fact]
    public async Task A_new_mapping_changes_what_was_taken_in_by_the_old_one()
    {
        var id = await hub.NewSource();
        hub.System.Tell(("1", "new", "IT"));
        await hub.Poll(id);

        await hub.In(async (_, db) =>
        {
            var source = await db.PolledSources.SingleAsync(known => known.Id == id, Cancellation);
            source.Map(source.Rules with { Statuses = StatusRule.Parse("new = paused, not begun") }, "New waits", "", new Act(null, hub.Clock.Now));
            return source;
        });
        await hub.Poll(id);

        var name = (await hub.Find(id)).Name;
        var ticket = await hub.In((_, db) => db.Tickets.Include(known => known.Events).SingleAsync(known => known.Source == name, Cancellation));
        Assert.Equal(Meaning.Paused, Assert.Single(ticket.InForce).Meaning);
    }

    [Fact]
    public async Task A_ticket_that_is_out_of_sight_no_longer_counts_and_counts_again_when_it_is_back()
    {
        var id = await hub.NewSource();
        hub.System.Tell(("1", "new", "IT"), ("2", "new", "IT"));
        await hub.Poll(id);
        hub.System.Tell(("1", "new", "IT"));
        hub.Clock.Now += TimeSpan.FromHours(2);
        await hub.Poll(id);
        Assert.Equal(["2"], await hub.Void(id));

        hub.System.Tell(("1", "new", "IT"), ("2", "new", "IT"));
        hub.Clock.Now += TimeSpan.FromHours(2);
        await hub.Poll(id);

        Assert.Empty(await hub.Void(id));
    }

    [Fact]
    public async Task Trouble_is_kept_with_what_to_do_and_the_tickets_stay()
    {
        var id = await hub.NewSource();
        hub.System.Trouble = new SourceTroubleException("It asks to be left alone", "Wait", after: TimeSpan.FromMinutes(3));
        await hub.Poll(id);
        hub.System.Trouble = null;

        var source = await hub.Find(id);
        Assert.Equal((SourceState.Failing, "It asks to be left alone", "Wait", hub.Clock.Now.AddMinutes(3)), (source.State, source.Error, source.Cure, source.NextPollAt));
    }

    [Fact]
    public async Task Of_two_nodes_one_asks_a_source_and_the_other_leaves_it_alone()
    {
        await hub.PauseAll();
        var id = await hub.NewSource();
        hub.System.Tell(("1", "new", "IT"));
        var begun = hub.System.WaitsInside(out var mayEnd);
        var first = hub.NewRunner().RunDueAsync(Cancellation);
        await begun;

        var second = await hub.NewRunner().RunDueAsync(Cancellation);
        mayEnd.SetResult();

        Assert.DoesNotContain($"servicelevels.poll/{id}", second);
        Assert.Contains($"servicelevels.poll/{id}", await first);
        Assert.Equal(1, hub.System.MostAtOnce);
    }

    [Fact]
    public async Task A_node_that_dies_while_it_asks_is_taken_over_from_within_a_minute_and_not_sooner()
    {
        await hub.PauseAll();
        var id = await hub.NewSource();
        hub.System.Tell(("1", "new", "IT"));
        var begun = hub.System.WaitsInside(out var mayEnd);
        var dead = hub.NewRunner().RunDueAsync(Cancellation);
        await begun;
        hub.System.WaitsNoMore();
        Assert.DoesNotContain($"servicelevels.poll/{id}", await hub.NewRunner().RunDueAsync(Cancellation));
        var until = await hub.In((_, db) => db.Jobs.AsNoTracking().Where(run => run.Name == $"servicelevels.poll/{id}").Select(run => run.HeldUntil).SingleAsync(Cancellation));
        Assert.InRange(until!.Value, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddSeconds(55));

        await hub.EndLease($"servicelevels.poll/{id}");
        Assert.Contains($"servicelevels.poll/{id}", await hub.NewRunner().RunDueAsync(Cancellation));

        Assert.Equal((1L, 1L), (await hub.Find(id)) is var now ? (now.Read, now.Accepted) : default);
        mayEnd.SetResult();
        await dead;
        Assert.Equal((1L, 1L), (await hub.Find(id)) is var still ? (still.Read, still.Accepted) : default);
    }

    [Fact]
    public async Task A_node_that_was_taken_over_from_cannot_save_what_it_read()
    {
        var id = await hub.NewSource();
        hub.System.Tell(("1", "new", "IT"));
        var begun = hub.System.WaitsInside(out var mayEnd);
        var late = hub.Poll(id);
        await begun;
        hub.System.WaitsNoMore();
        await hub.Poll(id);
        mayEnd.SetResult();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => late);
        Assert.Equal((1L, 1L), (await hub.Find(id)) is var now ? (now.Read, now.Accepted) : default);
    }

    public sealed class Hub : HubFixture
    {
        private int _sources;

        internal ToldSystem System { get; } = new();

        public async Task<Guid> NewSource()
        {
            if (_sources == 0)
            {
                Clock.Now = new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
                await ApplyRecipe("""{ "name": "catalogue", "steps": [{ "name": "Services", "Services": [{ "Slug": "new-account", "Name": "A new account" }] }] }""");
            }

            System.Forget();
            var act = new Act(null, Clock.Now);
            var source = PolledSource.Add($"desk-{++_sources}", "told", "Desk", "https://desk.example", "", act);
            source.Map(new LiveRules { Statuses = StatusRule.Parse("new = open"), Services = ServiceRule.Parse("Queue: IT = new-account") }, "", "", act);
            source.Resume(act);
            await In((_, db) => Task.FromResult(db.PolledSources.Add(source)));
            return source.Id;
        }

        public async Task Poll(Guid id)
        {
            await In(async (_, db) => await db.PolledSources.Where(source => source.Id == id).ExecuteUpdateAsync(set => set.SetProperty(source => source.NextPollAt, Clock.Now), Cancellation));
            await using var scope = Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Poll>().RunAsync(id, Cancellation);
        }

        /// <summary>The time of a lease goes by.</summary>
        public Task EndLease(string job)
        {
            var over = DateTimeOffset.UtcNow.AddSeconds(-1);
            return In((_, db) => db.Jobs.Where(run => run.Name == job).ExecuteUpdateAsync(set => set.SetProperty(run => run.HeldUntil, over), Cancellation));
        }

        public Task PauseAll() => In((_, db) => db.PolledSources.ExecuteUpdateAsync(set => set.SetProperty(source => source.State, SourceState.Paused), Cancellation));

        internal Task<PolledSource> Find(Guid id) => In((_, db) => db.PolledSources.AsNoTracking().SingleAsync(source => source.Id == id, Cancellation));

        internal Task<List<string>> Waiting(Guid id) => In((_, db) => db.WaitingTickets.Where(ticket => ticket.SourceId == id).Select(ticket => ticket.Number).ToListAsync(Cancellation));

        internal async Task<List<string>> Void(Guid id)
        {
            var name = (await Find(id)).Name;
            return await In((_, db) => db.Tickets.Where(ticket => ticket.Source == name && ticket.Events.Any(told => told.Meaning == Meaning.Void && told.SupersededAt == null)).Select(ticket => ticket.Number).ToListAsync(Cancellation));
        }

        internal JobRunner NewRunner() => new(Services.GetRequiredService<IServiceScopeFactory>(), Clock, NullLogger<JobRunner>.Instance);

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Sources:Allowed:0", "desk.example");
            builder.ConfigureServices(services => services.AddSingleton<ISourceReader>(System));
        }
    }
}
