using EngagementHub.Plans.Benefits;

namespace EngagementHub.Tests.Plans;

public sealed class DeflatorTests
{
    private static readonly Deflators Some = new("A table", "2007 = 100", "", new Dictionary<string, decimal> { ["2007"] = 100, ["2008"] = 104, ["2009"] = 106 });

    [Fact]
    public void A_financial_year_takes_three_quarters_of_its_first_calendar_year()
    {
        Assert.Equal((101m, 104.5m), (Some.IndexOf(2007), Some.IndexOf(2008)));
    }

    [Fact]
    public void Money_is_turned_into_that_of_another_year_and_back()
    {
        Assert.Equal(101m, decimal.Round(Some.Convert(104.5m, 2008, 2007), 6));
        Assert.Equal(104.5m, decimal.Round(Some.Convert(101m, 2007, 2008), 6));
        Assert.Equal(7m, Some.Convert(7m, 2030, 2030));
    }

    [Fact]
    public void A_year_that_is_missing_is_refused_by_its_name()
    {
        var refused = Assert.Throws<BrokenRuleException>(() => Some.Convert(1, 2009, 2007));

        Assert.Contains("There is no deflator for 2009-10: the file has no index for 2010", refused.Message, StringComparison.Ordinal);
        Assert.False(Some.Knows(2009));
    }

    [Fact]
    public void The_file_that_comes_with_the_hub_covers_the_agreement_of_2007()
    {
        var file = Deflators.Load(null);

        Assert.All(Enumerable.Range(2007, 4), year => Assert.True(file.Knows(year)));
        Assert.True(file.IndexOf(2010) > file.IndexOf(2007));
        Assert.NotEmpty(file.Source);
    }
}
