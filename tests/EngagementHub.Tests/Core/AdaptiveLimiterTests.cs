using System.Threading.RateLimiting;
using EngagementHub.Core.Web.Overload;

namespace EngagementHub.Tests.Core;

public sealed class AdaptiveLimiterTests : IDisposable
{
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(200);

    private readonly AdaptiveLimiter _limiter = new(new OverloadSettings(Fewest: 2, Most: 10, LineSeconds: 1));

    public void Dispose() => _limiter.Dispose();

    [Fact]
    public void More_is_worked_on_at_once_while_the_machine_answers_quickly()
    {
        Begin(2);
        _limiter.Beats(Quick);

        Assert.All(Begin(1), place => Assert.True(place.IsAcquired));
    }

    [Fact]
    public void Never_more_than_the_most_are_at_work()
    {
        var begun = 0;
        for (var i = 0; i < 40; i++)
        {
            begun += _limiter.AttemptAcquire(1).IsAcquired ? 1 : 0;
            _limiter.Beats(Quick);
        }

        Assert.Equal(10, begun);
    }

    [Fact]
    public void Always_the_fewest_are_at_work_however_slow_the_machine_is()
    {
        for (var i = 0; i < 40; i++)
        {
            _limiter.Beats(Slow);
        }

        Assert.All(Begin(2), place => Assert.True(place.IsAcquired));
        Assert.False(_limiter.AttemptAcquire(1).IsAcquired);
    }

    [Fact]
    public async Task The_line_is_as_long_as_what_is_done_in_its_time_and_who_comes_then_is_refused()
    {
        Begin(2);
        List<Task<RateLimitLease>> line = [];
        while (_limiter.AcquireAsync(1, TestContext.Current.CancellationToken).AsTask() is { IsCompleted: false } waits)
        {
            line.Add(waits);
        }

        // Nothing is done for long: the line that is allowed becomes shorter, and ends.
        for (var i = 0; i < 100; i++)
        {
            _limiter.Beats(Slow);
        }

        Assert.NotEmpty(line);
        Assert.All(line, waits => Assert.False(waits.IsCompleted));
        Assert.False((await _limiter.AcquireAsync(1, TestContext.Current.CancellationToken)).IsAcquired);
    }

    [Fact]
    public async Task Without_a_line_who_comes_too_late_is_refused_at_once()
    {
        using var impatient = new AdaptiveLimiter(new OverloadSettings(Fewest: 1, Most: 1, LineSeconds: 0));
        using var first = impatient.AttemptAcquire(1);

        Assert.True(first.IsAcquired);
        Assert.False((await impatient.AcquireAsync(1, TestContext.Current.CancellationToken)).IsAcquired);
    }

    [Fact]
    public async Task Who_waited_longest_is_next_and_who_gave_up_is_passed_over()
    {
        var working = Begin(2);
        using var givesUp = new CancellationTokenSource();
        var (third, fourth) = (_limiter.AcquireAsync(1, givesUp.Token).AsTask(), _limiter.AcquireAsync(1, TestContext.Current.CancellationToken).AsTask());

        await givesUp.CancelAsync();
        working[0].Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        Assert.True((await fourth).IsAcquired);
    }

    [Fact]
    public void A_place_is_given_back_once()
    {
        var working = Begin(2);

        working[0].Dispose();
        working[0].Dispose();

        Assert.Equal(1, _limiter.GetStatistics()!.CurrentAvailablePermits);
    }

    private List<RateLimitLease> Begin(int requests) => [.. Enumerable.Range(0, requests).Select(_ => _limiter.AttemptAcquire(1))];
}
