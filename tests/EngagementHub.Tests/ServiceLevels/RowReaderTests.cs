using EngagementHub.ServiceLevels.Sources;
using static EngagementHub.Tests.ServiceLevels.LevelBuilder;

namespace EngagementHub.Tests.ServiceLevels;

public class RowReaderTests
{
    [Theory]
    [InlineData("0207-03-01 10:00", "0207-03-01 10:00 is before 1990")]
    [InlineData("0001-01-01 00:00", "0001-01-01 00:00 is before 1990")]
    [InlineData("1989-12-31 23:59", "1989-12-31 23:59 is before 1990")]
    [InlineData("2007-05-01 10:01", "2007-05-01 10:01 is in the future")]
    [InlineData("9999-12-31 23:59", "9999-12-31 23:59 is in the future")]
    public void A_row_dated_before_1990_or_later_than_now_is_rejected(string at, string reason)
    {
        var rejection = Read($"T1,new-account,,Received,{at}");

        Assert.Equal((2, "at", reason), (rejection!.Line, rejection.Column, rejection.Reason));
        Assert.NotEmpty(rejection.Cure);
    }

    [Theory]
    [InlineData("1990-01-01 00:00")]
    [InlineData("2007-05-01 10:00")]
    public void A_row_dated_from_1990_to_now_is_taken(string at) => Assert.Null(Read($"T1,new-account,,Received,{at}"));

    [Fact]
    public void A_value_that_is_too_long_to_be_kept_is_rejected_with_its_length()
    {
        Assert.Equal(("ticket", "The value has 81 characters, and 80 is the most"), Words(Read($"{new string('1', 81)},new-account,,Received,2007-02-01 10:00")));
        Assert.Equal(("category", "The value has 201 characters, and 200 is the most"), Words(Read($"T1,new-account,{new string('c', 201)},Received,2007-02-01 10:00")));
        Assert.Equal(("state", "The value has 81 characters, and 80 is the most"), Words(Read($"T1,new-account,,{new string('s', 81)},2007-02-01 10:00")));
        Assert.Null(Read($"{new string('1', 80)},new-account,{new string('c', 200)},Received,2007-02-01 10:00"));
    }

    private static (string, string) Words(Rejection? rejection) => (rejection!.Column, rejection.Reason);

    private static Rejection? Read(string row)
    {
        using var file = new TicketFile(new StringReader($"ticket,service,category,state,at\n{row}\n"), ServiceDesk, Now.At);
        return Assert.Single(file.Rows()).Rejection;
    }
}
