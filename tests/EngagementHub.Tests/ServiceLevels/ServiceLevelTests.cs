using EngagementHub.ServiceLevels.Calendars;
using EngagementHub.ServiceLevels.Levels;
using EngagementHub.ServiceLevels.Sources;
using static EngagementHub.Tests.ServiceLevels.LevelBuilder;

namespace EngagementHub.Tests.ServiceLevels;

public class ServiceLevelTests
{
    [Fact]
    public void A_promise_rises_from_a_day_on_and_what_was_promised_before_stays()
    {
        var level = Level(Measure.WithinWorkingDays, From("2007-01-01", 80, 5), From("2007-04-01", 95, 5));

        Assert.Equal(80, level.StepOn(new DateOnly(2007, 3, 31)).Target);
        Assert.Equal(95, level.StepOn(new DateOnly(2007, 4, 1)).Target);
        Assert.False(level.HasPromised(new DateOnly(2006, 12, 31)));
    }

    [Theory]
    [InlineData("2007-04-01")]
    [InlineData("2007-03-01")]
    public void A_step_that_starts_with_or_before_another_is_refused(string day)
    {
        var level = Level(Measure.WithinWorkingDays, From("2007-01-01", 80, 5), From("2007-04-01", 95, 5));

        Assert.Contains("must start after 1 April 2007", Assert.Throws<BrokenRuleException>(() => level.RecallStep(From(day, 99, 5), Now)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_step_leaves_the_months_that_are_published_as_they_were_judged()
    {
        var level = Level(Measure.WithinWorkingDays, From("2007-01-01", 95, 5));
        var today = new DateOnly(2007, 5, 9);

        var refused = Assert.Throws<BrokenRuleException>(() => level.AddStep(From("2007-04-30", 50, 5), today, Now));
        level.AddStep(From("2007-05-01", 96, 5), today, Now);

        Assert.Equal("The step must start on 1 May 2007 or later: the months before this one are published and stay as they were judged", refused.Message);
        Assert.Contains("2 May 2007", Assert.Throws<BrokenRuleException>(() => level.AddStep(From("2007-02-01", 50, 5), today, Now)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(101, 5)]
    [InlineData(90, 0)]
    [InlineData(90, 1001)]
    public void A_target_that_cannot_be_is_refused(int target, int within) =>
        Assert.Throws<BrokenRuleException>(() => Level(Measure.WithinWorkingDays, From("2007-01-01", target, within)));

    [Fact]
    public void A_level_promises_something_or_is_refused() => Assert.Throws<BrokenRuleException>(() => Level(Measure.WithinWorkingDays));

    [Theory]
    [InlineData(nameof(Measure.WithinWorkingDays), 95, 5, "95% within 5 working days from 1 April 2007")]
    [InlineData(nameof(Measure.WithinWorkingDays), 97.5, 1, "97.5% within 1 working day from 1 April 2007")]
    [InlineData(nameof(Measure.WithinWorkingHours), 95, 4, "95% within 4 working hours from 1 April 2007")]
    [InlineData(nameof(Measure.WithinElapsedHours), 100, 24, "100% within 24 hours from 1 April 2007")]
    [InlineData(nameof(Measure.AverageWorkingDays), 5, 0, "5 working days on average, or fewer from 1 April 2007")]
    [InlineData(nameof(Measure.ShareCorrect), 99, 0, "99% correct from 1 April 2007")]
    [InlineData(nameof(Measure.BacklogOlderThan), 100, 30, "no more than 100 older than 30 days from 1 April 2007")]
    public void A_promise_is_said_in_words(string measure, double target, int within, string words) =>
        Assert.Equal(words, From("2007-04-01", (decimal)target, within).InWords(Enum.Parse<Measure>(measure)));

    [Fact]
    public void A_later_count_of_a_month_stands_beside_the_earlier_one_and_holds()
    {
        var level = Level(Measure.ShareCorrect, From("2007-01-01", 99));
        level.Record(new DateOnly(2007, 3, 9), 98, 100, Now);
        level.Record(new DateOnly(2007, 3, 1), 99, 100, Now with { At = Now.At.AddDays(1) });

        Assert.Equal(2, level.Counts.Count);
        Assert.Equal(99, Assert.Single(Report(level, [], At("2007-05-02T09:00Z")).Months).Figure.Met);
        Assert.Equal(98, Assert.Single(Report(level, [], At("2007-05-01T09:00Z")).Months).Figure.Met);
        Assert.Throws<BrokenRuleException>(() => level.Record(new DateOnly(2007, 3, 1), 101, 100, Now));
    }

    [Fact]
    public void A_calendar_without_any_working_time_is_refused()
    {
        var text = new CalendarText("Europe/London", "");

        Assert.Equal("The calendar \"Empty\" has no working time: give it opening hours on at least one day", Assert.Throws<BrokenRuleException>(() => StoredCalendar.Keep("empty", "Empty", text, "New", Now)).Message);
        Assert.Throws<BrokenRuleException>(() => StoredCalendar.Keep("x", "X", text with { Zone = "Europe/Nowhere" }, "New", Now));
        Assert.Equal("Tuesday", Assert.Throws<BrokenRuleException>(() => StoredCalendar.Keep("x", "X", text.OpenFrom(new DateOnly(2007, 1, 1), WeekText.Closed with { Tuesday = "9am to 5pm" }), "New", Now)).Field);
    }

    [Theory]
    [InlineData("dd-MM-yy HH:mm", "Write the time format with dd, MM and a year of four digits, for example dd-MM-yyyy HH:mm")]
    [InlineData("HH:mm", "Write the time format with dd, MM and a year of four digits, for example dd-MM-yyyy HH:mm")]
    public void A_mapping_that_would_guess_is_refused(string format, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<BrokenRuleException>(() => TicketMapping.Save("x", "X", "x", ServiceNow with { TimeFormat = format }, Now)).Message);
}
