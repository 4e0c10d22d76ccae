using EngagementHub.Core.Web.Overload;

namespace EngagementHub.Tests.Core;

/// <summary>How much may be worked on at once follows from how the machine fares.</summary>
public sealed class AllowanceTests
{
    private static readonly Beat Easy = new(TimeSpan.FromSeconds(0.1), Delay: TimeSpan.FromMilliseconds(1), Busy: 0.3);
    private static readonly Beat Slow = Easy with { Delay = TimeSpan.FromMilliseconds(200) };

    private readonly Allowance _allowance = new(new OverloadSettings(Fewest: 2, Most: 10, LineSeconds: 1));

    [Fact]
    public void More_is_worked_on_at_once_while_all_places_are_taken_and_the_machine_answers_quickly()
    {
        Learn(Easy);
        Assert.Equal(4, _allowance.AtOnce);

        _allowance.Learn(Easy, ended: 0, areAllTaken: false, doSomeWait: false);
        Assert.Equal(4, _allowance.AtOnce);
    }

    [Fact]
    public void Never_more_than_the_most_are_at_work()
    {
        Learn(Easy, beats: 40);

        Assert.Equal(10, _allowance.AtOnce);
    }

    [Fact]
    public void Processors_that_are_busy_are_not_given_more()
    {
        Learn(Easy with { Busy = 1 }, beats: 40);

        Assert.Equal(2, _allowance.AtOnce);
    }

    [Fact]
    public void Less_is_worked_on_where_new_work_waits_long_for_a_thread_but_always_the_fewest()
    {
        Learn(Easy, beats: 2);

        Learn(Slow);
        Assert.Equal(6, _allowance.AtOnce);

        Learn(Slow, beats: 40);
        Assert.Equal(2, _allowance.AtOnce);
    }

    [Fact]
    public void A_hub_that_has_just_started_refuses_nobody_of_a_crowd_because_its_first_answers_are_slow()
    {
        var guess = _allowance.InLine;

        Learn(Slow, ended: 1, beats: 100);

        Assert.Equal(guess, _allowance.InLine);
    }

    [Fact]
    public void A_room_full_of_people_may_wait_however_slow_the_machine_is()
    {
        Learn(Slow, ended: 100_000);

        Learn(Slow, beats: 100);

        Assert.Equal(64, _allowance.InLine);
    }

    [Fact]
    public void A_line_that_never_empties_is_kept_short_until_nobody_waits()
    {
        Learn(Slow, ended: 100, beats: 19);
        Assert.InRange(_allowance.InLine, 990, 1001);

        Learn(Slow, ended: 100, beats: 10);
        Assert.InRange(_allowance.InLine, 390, 401);

        LearnThatNobodyWaits();
        Assert.InRange(_allowance.InLine, 990, 1001);
    }

    [Fact]
    public void The_line_is_as_long_as_what_is_done_in_its_time()
    {
        Learn(Slow, ended: 30, beats: 100);
        LearnThatNobodyWaits();

        Assert.InRange(_allowance.InLine, 299, 301);
    }

    [Fact]
    public void What_is_done_while_nobody_waits_can_make_the_line_only_longer()
    {
        var before = _allowance.InLine;

        _allowance.Learn(Easy, ended: 1, areAllTaken: false, doSomeWait: false);
        Assert.Equal(before, _allowance.InLine);

        _allowance.Learn(Easy, ended: before, areAllTaken: false, doSomeWait: false);
        Assert.Equal(10 * before, _allowance.InLine);
    }

    // A beat that came late counts what was done in its whole time.
    [Fact]
    public void A_late_beat_counts_by_its_own_time()
    {
        Learn(Slow with { Elapsed = TimeSpan.FromSeconds(2) }, ended: 600, beats: 100);
        LearnThatNobodyWaits();

        Assert.InRange(_allowance.InLine, 299, 301);
    }

    private void LearnThatNobodyWaits() => _allowance.Learn(Slow, ended: 0, areAllTaken: false, doSomeWait: false);

    private void Learn(Beat beat, int ended = 0, int beats = 1)
    {
        for (var i = 0; i < beats; i++)
        {
            _allowance.Learn(beat, ended, areAllTaken: true, doSomeWait: true);
        }
    }
}
