using System.Data.Common;
using EngagementHub.Blogging;
using EngagementHub.Blogging.Answering;
using EngagementHub.Blogging.Posts;
using EngagementHub.Core.Data;
using EngagementHub.Core.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Blogging;

public sealed class ResponseScopeTests : IAsyncLifetime
{
    private readonly BloggingHub _hub = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task What_was_said_under_a_withdrawn_post_stays_in_the_scope_of_its_period()
    {
        await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        var host = await _hub.As("priya");
        await BloggingHub.Publish(host, "First", "One.");
        _hub.Clock.Now = _hub.Clock.Now.AddHours(1);
        await BloggingHub.Publish(host, "Second", "Two.");

        await Withdraw("First");

        var scope = Assert.Single(await Scopes());
        Assert.Equal(2, scope.Discussions.Count);
        Assert.Equal("Priya Patel, 24 to 27 April 2007", scope.Title);
    }

    [Fact]
    public async Task A_withdrawn_post_outside_any_period_keeps_its_scope_and_tells_its_title_no_more()
    {
        await BloggingHub.Publish(await _hub.As("office"), "Secret title", "One.");

        await Withdraw("Secret title");

        var scope = Assert.Single(await Scopes());
        Assert.Equal("A withdrawn post of Tuesday 24 April 2007", scope.Title);
        Assert.Equal([scope.Subject], scope.Discussions);
        Assert.Equal(scope.Title, (await _hub.In((services, _) => services.GetRequiredService<IResponseScopes>().OfPostAsync(scope.Subject)))!.Title);
    }

    [Fact]
    public async Task The_scopes_are_told_newest_first()
    {
        await BloggingHub.Publish(await _hub.As("office"), "Before", "One.");
        _hub.Clock.Now = _hub.Clock.Now.AddHours(1);
        await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        await BloggingHub.Publish(await _hub.As("priya"), "Hosted", "Two.");

        Assert.Equal(["Priya Patel, 24 to 27 April 2007", "Before"], (await Scopes()).Select(s => s.Title));
    }

    [Fact]
    public async Task Many_scopes_take_no_more_queries_than_few()
    {
        var owner = await _hub.As("office");
        await BloggingHub.Publish(owner, "One", "One.");
        var few = await Queries();
        await BloggingHub.Publish(owner, "Two", "Two.");
        await BloggingHub.Publish(owner, "Three", "Three.");

        Assert.Equal(few, await Queries());
    }

    private Task<IReadOnlyList<ResponseScope>> Scopes() => _hub.In((services, _) => services.GetRequiredService<IResponseScopes>().AllAsync());

    private Task<bool> Withdraw(string title) => _hub.In(async (_, db) =>
    {
        (await db.Set<Post>().SingleAsync(p => p.Title == title)).Withdraw(People.Olu, _hub.Clock.Now.AddMinutes(1), "It named a colleague");
        return true;
    });

    private async Task<int> Queries()
    {
        var counted = new QueryCount();
        await using var scope = _hub.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var options = new DbContextOptionsBuilder<HubDb>(services.GetRequiredService<DbContextOptions<HubDb>>()).AddInterceptors(counted).Options;
        await using var db = new HubDb(options, services.GetServices<IModule>(), services);
        await new ResponseScopes(db, services.GetRequiredService<Rights>(), services.GetRequiredService<IStaffDirectory>(), _hub.Clock).AllAsync();
        return counted.Queries;
    }

    private sealed class QueryCount : DbCommandInterceptor
    {
        public int Queries { get; private set; }

        public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            Queries++;
            return base.ReaderExecutedAsync(command, eventData, result, cancellationToken);
        }
    }
}
