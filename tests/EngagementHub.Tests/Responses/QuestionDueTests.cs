using EngagementHub.Responses.Questions;
using EngagementHub.WorkingTime;

namespace EngagementHub.Tests.Responses;

/// <summary>When a question due on Tuesday 24 April 2007 is spoken of, and to whom; the office works Monday to Friday.</summary>
public sealed class QuestionDueTests
{
    private static readonly DateOnly Tuesday = new(2007, 4, 24);
    private static readonly WorkingCalendar Office = WorkingCalendar.In("Europe/London").Week(WeeklyHours.MondayToFriday("09:00", "17:00")).Build();

    [Theory]
    [InlineData("2007-04-20", "")]
    [InlineData("2007-04-23", "DayBefore")]
    [InlineData("2007-04-24", "OnTheDay")]
    [InlineData("2007-04-25", "LateToHost")]
    [InlineData("2007-04-26", "LateToHost")]
    [InlineData("2007-04-27", "LateToHost LateToOwner")]
    public void The_responder_hears_before_the_host_after_one_working_day_and_the_owner_after_three(string today, string said) =>
        Assert.Equal(said, Said(today, Tuesday));

    [Theory]
    [InlineData("2007-04-20", "DayBefore")]
    [InlineData("2007-04-22", "DayBefore")]
    [InlineData("2007-04-23", "OnTheDay")]
    public void The_working_day_before_a_Monday_is_a_Friday(string today, string said) => Assert.Equal(said, Said(today, Tuesday.AddDays(-1)));

    private static string Said(string today, DateOnly due) => string.Join(' ', QuestionDue.On(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), due, Office));
}
