using EngagementHub.Core.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngagementHub.Tests.Core;

public sealed class JobTests(JobTests.Hub hub) : IClassFixture<JobTests.Hub>
{
    [Fact]
    public async Task Of_two_nodes_one_runs_a_job_and_the_other_leaves_it_alone()
    {
        var (first, second) = (NewRunner(), NewRunner());
        var begun = hub.Work.Begins(out var mayEnd);
        var running = first.RunDueAsync(TestContext.Current.CancellationToken);
        await begun;

        var byTheOther = await second.RunDueAsync(TestContext.Current.CancellationToken);
        mayEnd.SetResult();

        Assert.DoesNotContain(Work.JobName, byTheOther);
        Assert.Contains(Work.JobName, await running);
    }

    [Fact]
    public async Task A_job_that_fails_leaves_its_error_in_the_table_and_is_due_again()
    {
        hub.Work.Fails("The mail folder is full");

        await NewRunner().RunDueAsync(TestContext.Current.CancellationToken);

        var run = await hub.In((_, db) => db.Jobs.AsNoTracking().SingleAsync(r => r.Name == Work.JobName));
        Assert.Equal("The mail folder is full", run.Error);
        Assert.Null(run.HeldUntil);
        hub.Work.Succeeds();
        Assert.Contains(Work.JobName, await NewRunner().RunDueAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_wait_that_times_out_inside_a_job_is_a_failure_of_that_job_and_ends_nothing_else()
    {
        hub.Work.TimesOut();

        await NewRunner().RunDueAsync(TestContext.Current.CancellationToken);

        var run = await hub.In((_, db) => db.Jobs.AsNoTracking().SingleAsync(r => r.Name == Work.JobName));
        Assert.Equal("The mail server did not answer", run.Error);
        Assert.Null(run.HeldUntil);
        hub.Work.Succeeds();
    }

    [Fact]
    public async Task What_a_node_left_when_it_died_is_begun_again_when_its_lease_is_over_however_seldom_the_job_is_due()
    {
        await NewRunner().RunDueAsync(TestContext.Current.CancellationToken);
        hub.Work.Every = TimeSpan.FromDays(30);
        Assert.DoesNotContain(Work.JobName, await NewRunner().RunDueAsync(TestContext.Current.CancellationToken));

        await hub.LeaveHeld(until: DateTimeOffset.UtcNow.AddSeconds(20));
        Assert.DoesNotContain(Work.JobName, await NewRunner().RunDueAsync(TestContext.Current.CancellationToken));

        await hub.LeaveHeld(until: DateTimeOffset.UtcNow.AddSeconds(-1));
        Assert.Contains(Work.JobName, await NewRunner().RunDueAsync(TestContext.Current.CancellationToken));
        hub.Work.Every = TimeSpan.Zero;
    }

    [Fact]
    public async Task A_lease_from_a_clock_that_was_put_back_holds_nothing_up()
    {
        await NewRunner().RunDueAsync(TestContext.Current.CancellationToken);

        await hub.LeaveHeld(until: DateTimeOffset.UtcNow.AddHours(2));

        Assert.Contains(Work.JobName, await NewRunner().RunDueAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_node_that_is_stopped_over_a_job_leaves_it_to_the_others_at_once()
    {
        using var stop = new CancellationTokenSource();
        var begun = hub.Work.BeginsAndWaits();
        var running = NewRunner().RunDueAsync(stop.Token);
        await begun;

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        hub.Work.Succeeds();
        Assert.Contains(Work.JobName, await NewRunner().RunDueAsync(TestContext.Current.CancellationToken));
    }

    private JobRunner NewRunner() => new(hub.Services.GetRequiredService<IServiceScopeFactory>(), hub.Clock, NullLogger<JobRunner>.Instance);

    public sealed class Hub : HubFixture
    {
        internal Work Work { get; } = new();

        /// <summary>Marks the job as a node does that holds it.</summary>
        internal Task<int> LeaveHeld(DateTimeOffset until) => In((_, db) => db.Jobs.Where(r => r.Name == Work.JobName).ExecuteUpdateAsync(set => set.SetProperty(r => r.HeldUntil, until)));

        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddSingleton<IJob>(Work));
        }
    }

    internal sealed class Work : IJob
    {
        public const string JobName = "tests.work";

        private Func<Task> _run = () => Task.CompletedTask;
        private CancellationToken _cancellation;

        public string Name => JobName;

        public TimeSpan Every { get; set; } = TimeSpan.Zero;

        public Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
        {
            _cancellation = cancellation;
            return _run();
        }

        public Task BeginsAndWaits()
        {
            var begun = new TaskCompletionSource();
            _run = () =>
            {
                begun.TrySetResult();
                return Task.Delay(Timeout.Infinite, _cancellation);
            };
            return begun.Task;
        }

        public Task Begins(out TaskCompletionSource mayEnd)
        {
            var (begun, end) = (new TaskCompletionSource(), mayEnd = new TaskCompletionSource());
            _run = () =>
            {
                begun.TrySetResult();
                return end.Task;
            };
            return begun.Task;
        }

        public void Fails(string why) => _run = () => throw new IOException(why);

        public void TimesOut() => _run = () => throw new TaskCanceledException("The mail server did not answer");

        public void Succeeds() => _run = () => Task.CompletedTask;
    }
}
