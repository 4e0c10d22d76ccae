using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Blogging;

public sealed class PressTests : IAsyncLifetime
{
    private readonly BloggingHub _hub = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Of_a_post_scheduled_and_a_period_accepted_at_one_moment_only_the_first_is_saved()
    {
        await BloggingHub.Write(await _hub.As("office"), "Next week", "Soon.");
        var at = _hub.Clock.Now;

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => _hub.In(async (services, db) =>
        {
            var (blog, post) = (await db.Set<Blog>().SingleAsync(), await db.Set<Post>().SingleAsync());
            await services.GetRequiredService<Press>().PublishAsync(blog, post, (at.AddDays(7), post.Comments), People.Olu, at);
            return await _hub.In(AcceptNextWeek);
        }));

        Assert.Null(await _hub.In((_, db) => db.Set<Post>().Select(p => p.PublishAt).SingleAsync()));
    }

    private async Task<bool> AcceptNextWeek(IServiceProvider services, EngagementHub.Core.Data.HubDb db)
    {
        var blog = await db.Set<Blog>().SingleAsync();
        var period = HostingPeriod.Invite(blog, new Invitation(People.Priya, new(2007, 4, 30), new(2007, 5, 4)), People.Olu, _hub.Clock.Now);
        period.Accept(People.Priya, _hub.Clock.Now, new(2007, 4, 24));
        db.Add(period);
        await services.GetRequiredService<HostingCalendar>().HandOverAsync(blog, period, period.LastDay);
        return true;
    }
}
