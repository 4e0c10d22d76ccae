using EngagementHub.Plans.Benefits;

namespace EngagementHub.Tests.Plans;

/// <summary>The figures of the agreement of 2007 come out of the arithmetic.</summary>
public sealed class AgreementTests
{
    private static readonly Agreement Of2007 = new(15246, 3, 2008, 3, [new("Police", 80), new("Department", 20)]);

    [Fact]
    public void Three_percent_a_year_compounds_to_1414_million_by_2010_11()
    {
        Assert.Equal(457.38m, decimal.Round(Of2007.TargetIn(2008), 2));
        Assert.Equal(928.48m, decimal.Round(Of2007.TargetIn(2009), 2));
        Assert.Equal(1413.72m, decimal.Round(Of2007.TargetIn(2010), 2));
        Assert.Equal("£1,414m", BenefitWords.Millions(Of2007.TargetIn(2010)));
    }

    [Fact]
    public void Neither_simple_interest_nor_a_cut_of_what_is_left_gives_the_agreed_figure()
    {
        var (simple, left) = Of2007.Others;

        Assert.Equal((1372.14m, 1331.39m), (decimal.Round(simple, 2), decimal.Round(left, 2)));
    }

    [Fact]
    public void About_four_fifths_come_from_the_police_and_one_fifth_from_the_department()
    {
        Assert.Equal((1131m, 283m), (decimal.Round(Of2007.TargetOf(Of2007.Parts[0], 2010)), decimal.Round(Of2007.TargetOf(Of2007.Parts[1], 2010))));
        Assert.Equal(Of2007.TargetIn(2010), Of2007.Parts.Sum(p => Of2007.TargetOf(p, 2010)));
    }

    [Fact]
    public void Nothing_is_due_before_the_first_year_and_the_gain_stays_after_the_last()
    {
        Assert.Equal((0m, Of2007.TargetIn(2010)), (Of2007.TargetIn(2007), Of2007.TargetIn(2014)));
    }

    [Theory]
    [InlineData(0, 3, 3, "Baseline")]
    [InlineData(100, 0, 3, "Percent")]
    [InlineData(100, 3, 0, "Years")]
    public void A_target_of_zero_is_refused(int baseline, int percent, int years, string field)
    {
        Assert.Equal(field, Assert.Throws<BrokenRuleException>(() => new Agreement(baseline, percent, 2008, years, []).Checked()).Field);
    }

    [Fact]
    public void Parts_that_do_not_add_up_are_refused()
    {
        var refused = Assert.Throws<BrokenRuleException>(() => (Of2007 with { Parts = Part.Read("Police: 80\nDepartment: 15") }).Checked());

        Assert.Equal("The parts make 95%. Together they make 100%, each above zero", refused.Message);
    }

    [Theory]
    [InlineData("2010-11", 2010)]
    [InlineData("1999-00", 1999)]
    [InlineData("2010-12", null)]
    [InlineData("2010", null)]
    public void A_financial_year_is_written_with_both_its_calendar_years(string word, int? year)
    {
        Assert.Equal(year, FinancialYear.Read(word));
    }
}
