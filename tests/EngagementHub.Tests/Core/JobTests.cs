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

    private JobRunner NewRunner() => new(hub.Services.GetRequiredService<IServiceScopeFactory>(), hub.Clock, NullLogger<JobRunner>.Instance);

    public sealed class Hub : HubFixture
    {
        internal Work Work { get; } = new();

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

        public string Name => JobName;

        public TimeSpan Every => TimeSpan.Zero;

        public Task RunAsync(DateTimeOffset now, CancellationToken cancellation) => _run();

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
