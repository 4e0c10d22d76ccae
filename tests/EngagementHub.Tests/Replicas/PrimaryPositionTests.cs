using EngagementHub.Core.Replicas;

namespace EngagementHub.Tests.Replicas;

public sealed class PrimaryPositionTests : IDisposable
{
    private readonly Queue<TaskCompletionSource<Position>> _asked = new();
    private readonly SemaphoreSlim _isAsked = new(0);

    [Fact]
    public async Task Those_who_come_while_an_answer_is_under_way_share_the_next_one()
    {
        var primary = new PrimaryPosition(Ask);
        var first = primary.AskAsync();
        await _isAsked.WaitAsync(TestContext.Current.CancellationToken);
        var (second, third) = (primary.AskAsync(), primary.AskAsync());

        _asked.Dequeue().SetResult(At(100));
        await _isAsked.WaitAsync(TestContext.Current.CancellationToken);
        _asked.Dequeue().SetResult(At(200));

        Assert.Equal((At(100), At(200), At(200)), (await first, await second, await third));
        Assert.Equal(0, _isAsked.CurrentCount);
    }

    [Fact]
    public async Task After_a_failure_the_next_who_comes_asks_anew()
    {
        var primary = new PrimaryPosition(Ask);
        var failed = primary.AskAsync();
        await _isAsked.WaitAsync(TestContext.Current.CancellationToken);
        _asked.Dequeue().SetException(new TimeoutException());
        await Assert.ThrowsAsync<TimeoutException>(() => failed);

        var next = primary.AskAsync();
        await _isAsked.WaitAsync(TestContext.Current.CancellationToken);
        _asked.Dequeue().SetResult(At(300));

        Assert.Equal(At(300), await next);
    }

    public void Dispose() => _isAsked.Dispose();

    private static Position At(ulong place) => new(new(place), 1, 1);

    private Task<Position> Ask()
    {
        var asked = new TaskCompletionSource<Position>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked.Enqueue(asked);
        _isAsked.Release();
        return asked.Task;
    }
}
