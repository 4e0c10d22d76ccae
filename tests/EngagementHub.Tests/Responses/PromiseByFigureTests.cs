using EngagementHub.Core.Ports;
using EngagementHub.Responses.Promises;
using EngagementHub.WorkingTime;

namespace EngagementHub.Tests.Responses;

public sealed class PromiseByFigureTests
{
    private static readonly DateOnly Made = new(2007, 2, 1);
    private static readonly DateOnly EndOfMarch = new(2007, 3, 31);
    private static readonly DateOnly After = new(2007, 4, 1);
    private static readonly DateTimeOffset Now = new(2007, 4, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly FigureReading Met = new(FigureVerdict.Met, "96% of 412 within 5 working days in March 2007, 95% promised", "/service-levels/desktop", IsFinal: false);
    private static readonly FigureReading Missed = Met with { Verdict = FigureVerdict.Missed, Words = "88% of 412 in March 2007, 95% promised" };

    [Fact]
    public void It_is_kept_by_the_figure_with_the_figure_in_view_and_provisional_until_the_month_is_signed()
    {
        var promise = Measured();

        promise.Hear(Met, Now);

        Assert.Equal(PromiseStanding.Kept, promise.StandingAt(Now, After));
        Assert.Null(promise.KeptBy);
        Assert.Equal("Kept by the figure: 96% of 412 within 5 working days in March 2007, 95% promised; provisional until the month is signed", promise.KeptText);
        Assert.Equal(("Kept, by the figure", "kept on its day"), (Line(promise).Word, Line(promise).Timing));
    }

    [Fact]
    public void It_is_late_by_the_figure_when_that_misses()
    {
        var promise = Measured();

        promise.Hear(Missed, Now);

        Assert.Equal(PromiseStanding.Late, promise.StandingAt(Now, After));
        Assert.Equal("Late, by the figure", Line(promise).Word);
    }

    [Fact]
    public void The_same_figure_heard_again_says_nothing_new_and_a_signed_one_is_final()
    {
        var promise = Measured();
        Assert.NotNull(promise.Hear(Met, Now));
        Assert.Null(promise.Hear(Met, Now.AddDays(1)));

        promise.Hear(Met with { IsFinal = true }, Now.AddDays(2));

        Assert.Equal(2, promise.Figures.Count);
        Assert.DoesNotContain("provisional", promise.KeptText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signed_month_that_says_otherwise_turns_it_and_what_was_said_before_stays()
    {
        var promise = Measured();
        promise.Hear(Met, Now);

        promise.Hear(Missed with { IsFinal = true }, Now.AddDays(9));

        Assert.Equal(PromiseStanding.Late, promise.StandingAt(Now.AddDays(9), After.AddDays(9)));
        Assert.Equal([FigureVerdict.Met, FigureVerdict.Missed], promise.Figures.Select(f => f.Verdict));
    }

    [Fact]
    public void While_the_figure_has_not_come_it_waits_and_is_late_only_after_a_fortnight()
    {
        var promise = Measured();
        promise.Hear(Met with { Verdict = FigureVerdict.Awaited }, Now);

        Assert.Equal("Waits for its figure", Line(promise).Word);
        Assert.Equal(PromiseStanding.Open, promise.StandingAt(Now, EndOfMarch.AddDays(14)));
        Assert.Equal(PromiseStanding.Late, promise.StandingAt(Now, EndOfMarch.AddDays(15)));
    }

    [Theory]
    [InlineData(nameof(FigureVerdict.Awaited))]
    [InlineData(nameof(FigureVerdict.Stale))]
    [InlineData(nameof(FigureVerdict.NoFigures))]
    public void A_figure_that_says_nothing_leaves_no_record(string verdict)
    {
        var promise = Measured();

        Assert.Null(promise.Hear(Met with { Verdict = Enum.Parse<FigureVerdict>(verdict) }, Now));
        Assert.Empty(promise.Figures);
    }

    [Fact]
    public void A_person_may_overrule_the_figure_with_a_reason_and_the_figure_stays_beside_it()
    {
        var promise = Measured();
        promise.Hear(Met, Now);

        Assert.Throws<BrokenRuleException>(() => promise.Overrule(" ", People.Priya, Now));
        promise.Overrule("Half the desktops were the old model", People.Priya, Now.AddHours(1));

        Assert.Equal(PromiseStanding.Late, promise.StandingAt(Now.AddHours(1), After));
        Assert.Null(promise.Hear(Met with { IsFinal = true }, Now.AddDays(1)));
        Assert.Single(promise.Figures);
    }

    [Fact]
    public void A_person_may_say_it_is_kept_against_the_figure_and_readers_see_the_difference()
    {
        var promise = Measured();
        promise.Hear(Missed, Now);

        promise.Keep("The last ones went out on Sunday", null, (People.Grace, Now.AddHours(1), After));

        Assert.Equal(People.Grace, promise.KeptBy);
        Assert.Equal("Kept, against the figure", Line(promise, Now.AddHours(1)).Word);
        Assert.Null(promise.Hear(Missed with { IsFinal = true }, Now.AddDays(1)));
    }

    [Fact]
    public void A_level_is_chosen_later_but_not_changed_once_the_figure_has_spoken()
    {
        var promise = Measured();
        promise.MeasureBy(null, People.Grace, Now);
        promise.MeasureBy(OneFigure.Level, People.Grace, Now);
        promise.Hear(Missed, Now);

        Assert.Throws<BrokenRuleException>(() => promise.MeasureBy(null, People.Grace, Now));
    }

    private static LedgerLine Line(Promise promise, DateTimeOffset? at = null) => LedgerLine.Of(promise, null, (at ?? Now, After), UsualOffice.In("Europe/London"));

    private static Promise Measured()
    {
        var promise = Promise.Mark(new Pledge("95% of desktops within five days", "The figure", People.Grace, EndOfMarch) { Level = OneFigure.Level }, (Comments.Post, Comments.Period), People.Grace);
        promise.Make(People.Grace, new DateTimeOffset(Made, new TimeOnly(9, 0), TimeSpan.Zero), Made);
        return promise;
    }
}
