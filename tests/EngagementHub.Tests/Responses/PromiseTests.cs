using EngagementHub.Responses.Promises;
using EngagementHub.WorkingTime;

namespace EngagementHub.Tests.Responses;

public sealed class PromiseTests
{
    private static readonly DateOnly Tuesday = new(2007, 4, 24);
    private static readonly DateTimeOffset Now = new(2007, 4, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly WorkingCalendar Calendar = WorkingCalendar.In("Europe/London").Week(WeeklyHours.MondayToFriday("09:00", "17:00")).BankHolidays("england-and-wales").Build();

    [Fact]
    public void A_promise_says_who_what_by_when_and_what_would_show_it_kept()
    {
        Assert.Equal("What", Refused(new Pledge(" ", "A list", People.Grace, Tuesday)));
        Assert.Equal("Owner", Refused(new Pledge("We will publish it", "A list", null, Tuesday)));
        Assert.Equal("Due", Refused(new Pledge("We will publish it", "A list", People.Grace, null)));
        Assert.Equal("Evidence", Refused(new Pledge("We will publish it", "", People.Grace, Tuesday)));
    }

    [Fact]
    public void A_promise_cannot_be_due_before_it_is_made()
    {
        var promise = Promise.Mark(new Pledge("We will publish it", "A list", People.Grace, Tuesday.AddDays(-1)), (Comments.Post, Comments.Period), People.Grace);

        Assert.Throws<BrokenRuleException>(() => promise.Make(People.Grace, Now, Tuesday));
    }

    [Fact]
    public void A_promise_is_due_within_ten_years()
    {
        var promise = Promise.Mark(new Pledge("We will publish it", "A list", People.Grace, new DateOnly(9999, 12, 31)), (Comments.Post, Comments.Period), People.Grace);

        var refused = Assert.Throws<BrokenRuleException>(() => promise.Make(People.Grace, Now, Tuesday));
        Assert.Equal(("A promise is due within 10 years. Choose a day up to Monday 24 April 2017", "Due"), (refused.Message, refused.Field));
        Assert.Throws<BrokenRuleException>(() => Due(Tuesday).Change(new DateOnly(9999, 12, 31), "Later", (People.Grace, Now, Tuesday)));
    }

    [Fact]
    public void The_longest_reason_fits_into_the_audit_trail_with_its_days()
    {
        var line = new PromiseChanged(Guid.NewGuid(), People.Grace, Tuesday, Tuesday.AddDays(1), new string('a', Promise.LongestReason), People.Grace, Now).ToAudit();

        Assert.InRange(line.Why!.Length, Promise.LongestReason, 2000);
    }

    [Fact]
    public void It_is_late_from_the_day_after_it_was_due_without_anybody_saying_so()
    {
        var promise = Due(Tuesday);

        Assert.Equal(PromiseStanding.Open, promise.StandingAt(End, Tuesday));
        Assert.Equal(PromiseStanding.Late, promise.StandingAt(End, Tuesday.AddDays(1)));
    }

    [Fact]
    public void Lateness_is_counted_in_working_days_over_a_bank_holiday()
    {
        var promise = Due(new DateOnly(2007, 5, 3));

        Assert.Equal("late by 2 working days", Line(promise, new DateOnly(2007, 5, 8)).Timing);
    }

    [Fact]
    public void Due_on_a_bank_holiday_it_is_late_only_on_the_day_after()
    {
        var promise = Due(new DateOnly(2007, 5, 7));

        Assert.Equal("due today", Line(promise, new DateOnly(2007, 5, 7)).Timing);
        Assert.Equal("late by 1 working day", Line(promise, new DateOnly(2007, 5, 8)).Timing);
    }

    [Fact]
    public void On_the_weekend_after_a_Friday_no_working_day_has_passed()
    {
        var promise = Due(new DateOnly(2007, 4, 27));

        Assert.Equal("late by less than a working day", Line(promise, new DateOnly(2007, 4, 28)).Timing);
    }

    [Fact]
    public void A_kept_promise_says_how_early_or_late_and_stays_kept()
    {
        var promise = Due(new DateOnly(2007, 5, 8));
        promise.Keep("The list is published", "/lists/1", (People.Grace, Now, new DateOnly(2007, 5, 3)));

        Assert.Equal("kept 2 working days early", Line(promise, new DateOnly(2008, 1, 1)).Timing);
        Assert.Throws<BrokenRuleException>(() => promise.Drop("No money", People.Grace, Now));
    }

    [Fact]
    public void A_moved_day_stays_in_view_with_its_reason()
    {
        var promise = Due(Tuesday.AddDays(3));

        promise.Change(Tuesday.AddDays(10), "The printer is late", (People.Grace, Now, Tuesday));
        promise.Change(Tuesday.AddDays(20), "Still late", (People.Grace, Now.AddDays(1), Tuesday.AddDays(1)));

        Assert.Equal(Tuesday.AddDays(3), promise.FirstDue);
        Assert.Equal([Tuesday.AddDays(3), Tuesday.AddDays(10)], promise.Changes.Select(c => c.From));
        Assert.Equal(Tuesday.AddDays(20), promise.Due);
    }

    [Fact]
    public void A_day_is_moved_to_today_or_later_and_with_a_reason()
    {
        var promise = Due(Tuesday.AddDays(3));

        Assert.Throws<BrokenRuleException>(() => promise.Change(Tuesday.AddDays(-1), "Because", (People.Grace, Now, Tuesday)));
        Assert.Throws<BrokenRuleException>(() => promise.Change(Tuesday.AddDays(9), "", (People.Grace, Now, Tuesday)));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//elsewhere.example")]
    [InlineData("ftp://files.example")]
    public void Evidence_links_lead_to_pages_only(string link)
    {
        Assert.Throws<BrokenRuleException>(() => Due(Tuesday).Keep("Done", link, (People.Grace, Now, Tuesday)));
    }

    private static Promise Due(DateOnly day)
    {
        var promise = Promise.Mark(new Pledge("We will publish the list", "A list", People.Grace, day), (Comments.Post, Comments.Period), People.Grace);
        promise.Make(People.Grace, Now, Tuesday);
        return promise;
    }

    private static LedgerLine Line(Promise promise, DateOnly today) => LedgerLine.Of(promise, null, (End, today), Calendar);

    private static DateTimeOffset End { get; } = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static string? Refused(Pledge pledge) =>
        Assert.Throws<BrokenRuleException>(() => Promise.Mark(pledge, (Comments.Post, Comments.Period), People.Grace)).Field;
}
