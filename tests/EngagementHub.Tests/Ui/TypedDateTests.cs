using EngagementHub.Core.Ui;

namespace EngagementHub.Tests.Ui;

public sealed class TypedDateTests
{
    [Theory]
    [InlineData("27", "3", "2007")]
    [InlineData("27", "03", "2007")]
    [InlineData(" 27 ", "march", "2007")]
    [InlineData("27", "Mar", "2007")]
    [InlineData("27", "Mar.", "2007")]
    public void A_month_may_be_a_number_or_a_name(string day, string month, string year)
    {
        var typed = TypedDate.Read(Typed(day, month, year));

        Assert.Equal(new DateOnly(2007, 3, 27), typed.Date);
        Assert.Null(typed.Problem("First day"));
    }

    [Theory]
    [InlineData("27", "3", "", "First day must include a year", "Year")]
    [InlineData("", "3", "", "First day must include a day and year", "Day")]
    [InlineData("31", "2", "2007", "First day must be a real date", "Day")]
    [InlineData("29", "2", "2007", "First day must be a real date", "Day")]
    [InlineData("1", "13", "2007", "First day must be a real date", "Month")]
    [InlineData("1", "Ma", "2007", "First day must be a real date", "Month")]
    [InlineData("1", "3", "07", "First day must have a year of 4 numbers", "Year")]
    [InlineData("1", "3", "0000", "First day must have a year of 4 numbers", "Year")]
    public void What_is_wrong_is_said_with_the_part_to_change(string day, string month, string year, string problem, string part)
    {
        var typed = TypedDate.Read(Typed(day, month, year));

        Assert.Equal(problem, typed.Problem("First day"));
        Assert.Equal(part, typed.WrongPart.ToString());
    }

    [Fact]
    public void Nothing_typed_is_no_mistake_of_its_own()
    {
        var typed = TypedDate.Read(Typed("", " ", ""));

        Assert.True(typed.IsBlank);
        Assert.Null(typed.Problem("First day"));
        Assert.Null(typed.Date);
    }

    [Fact]
    public void The_last_day_of_February_exists_in_a_leap_year() =>
        Assert.Equal(new DateOnly(2008, 2, 29), TypedDate.Read(Typed("29", "2", "2008")).Date);

    private static Func<DatePart, string?> Typed(string day, string month, string year) =>
        part => part switch { DatePart.Day => day, DatePart.Month => month, _ => year };
}
