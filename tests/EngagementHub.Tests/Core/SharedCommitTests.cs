using EngagementHub.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Core;

public sealed class SharedCommitTests(HubFixture hub) : IClassFixture<HubFixture>
{
    // Only a hub that hangs takes so long.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_connection_that_cannot_even_be_closed_leaves_nobody_waiting()
    {
        var scopes = new FailingDisk(hub.Services.GetRequiredService<IServiceScopeFactory>());
        var commit = new SharedCommit<string, string>(scopes, (_, sent) => Task.FromResult<IReadOnlyList<Func<string>>>(sent.Contains("bad") ? throw new TimeoutException() : [.. sent.Select(one => (Func<string>)(() => one))]));

        await Assert.ThrowsAsync<TimeoutException>(() => commit.ReceiveAsync("bad", TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken));

        Assert.Equal("good", await commit.ReceiveAsync("good", TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    // The second scope holds the connection over which deliveries go.
    private sealed class FailingDisk(IServiceScopeFactory scopes) : IServiceScopeFactory
    {
        private int _made;

        public IServiceScope CreateScope() => ++_made == 2 ? new Failing(scopes.CreateScope()) : scopes.CreateScope();
    }

    private sealed class Failing(IServiceScope scope) : IServiceScope
    {
        public IServiceProvider ServiceProvider => scope.ServiceProvider;

        public void Dispose()
        {
            scope.Dispose();
            throw new SqliteException("disk I/O error", 10);
        }
    }
}
