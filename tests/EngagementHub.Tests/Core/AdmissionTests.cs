using EngagementHub.Core.Web.Overload;

namespace EngagementHub.Tests.Core;

/// <summary>Who is worked on, who waits and who is refused.</summary>
public sealed class AdmissionTests
{
    private readonly Admission _admission = With(fewest: 2, line: 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_comes_when_all_places_are_taken_waits_until_one_is_free()
    {
        var working = await Begin(2);
        var third = Enter();
        Assert.False(third.IsCompleted);

        working[0].Dispose();

        Assert.NotNull(await third);
    }

    [Fact]
    public async Task Who_finds_the_line_full_is_refused_at_once()
    {
        for (var i = 0; i < 1000; i++)
        {
            (await Enter())!.Dispose();
        }

        await Begin(2);
        List<Task<Place?>> line = [];
        while (Enter() is { IsCompleted: false } waits)
        {
            line.Add(waits);
        }

        // Nothing is done for long: the line that is allowed becomes shorter, and ends.
        for (var i = 0; i < 100; i++)
        {
            _admission.Learn(new(TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(1), Busy: 1));
        }

        Assert.NotEmpty(line);
        Assert.All(line, waits => Assert.False(waits.IsCompleted));
        Assert.Null(await Enter());
    }

    [Fact]
    public async Task Without_a_line_who_comes_too_late_is_refused_at_once()
    {
        var impatient = With(fewest: 1, line: 0);

        Assert.NotNull(await impatient.EnterAsync(Cancellation));
        Assert.Null(await impatient.EnterAsync(Cancellation));
    }

    [Fact]
    public async Task Who_waited_longest_is_next_and_who_gave_up_is_passed_over()
    {
        var working = await Begin(2);
        using var givesUp = new CancellationTokenSource();
        var (third, fourth, fifth) = (_admission.EnterAsync(givesUp.Token).AsTask(), Enter(), Enter());

        await givesUp.CancelAsync();
        working[0].Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        Assert.NotNull(await fourth);
        Assert.False(fifth.IsCompleted);
    }

    [Fact]
    public async Task Who_gave_up_takes_no_room_in_the_line_from_those_who_come()
    {
        await Begin(2);
        using var giveUp = new CancellationTokenSource();
        List<Task<Place?>> gone = [];
        while (_admission.EnterAsync(giveUp.Token).AsTask() is { IsCompleted: false } waits)
        {
            gone.Add(waits);
        }

        await giveUp.CancelAsync();

        Assert.All(gone, waits => Assert.True(waits.IsCanceled));
        Assert.True(_admission.EnterAsync(giveUp.Token).AsTask().IsCanceled);
        Assert.All(Enumerable.Range(0, gone.Count).Select(_ => Enter()).ToList(), waits => Assert.False(waits.IsCompleted));
        Assert.True(Enter().IsCompleted);
    }

    [Fact]
    public async Task What_many_wait_for_passes_the_line_and_takes_a_place_from_the_others()
    {
        var working = await Begin(2);
        var waits = Enter();

        var urgent = _admission.EnterNow();
        working[0].Dispose();
        Assert.False(waits.IsCompleted);

        urgent.Dispose();
        Assert.NotNull(await waits);
    }

    [Fact]
    public async Task A_place_is_given_back_once()
    {
        var working = await Begin(2);

        working[0].Dispose();
        working[0].Dispose();

        Assert.True(Enter().IsCompleted);
        Assert.False(Enter().IsCompleted);
    }

    [Fact]
    public async Task More_places_are_given_to_who_waits_as_soon_as_there_are_more()
    {
        await Begin(2);
        var waits = Enter();

        _admission.Learn(new(TimeSpan.FromSeconds(0.1), TimeSpan.Zero, Busy: 0));

        Assert.NotNull(await waits);
    }

    private static Admission With(int fewest, int line) => new(new Allowance(new OverloadSettings(fewest, Most: 10, line)));

    private Task<Place?> Enter() => _admission.EnterAsync(Cancellation).AsTask();

    private async Task<List<Place>> Begin(int requests)
    {
        List<Place> begun = [];
        while (begun.Count < requests)
        {
            begun.Add((await Enter())!);
        }

        return begun;
    }
}
