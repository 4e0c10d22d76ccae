using EngagementHub.Plans.Plans;
using EngagementHub.Plans.Readings;

namespace EngagementHub.Tests.Plans;

/// <summary>Green, Amber/Green, Amber/Red, Red and grey, by criteria that everybody can read.</summary>
public sealed class StandingTests
{
    [Theory]
    [InlineData("2007-06-29", nameof(Rag.Green))]
    [InlineData("2007-07-02", nameof(Rag.AmberRed))]
    [InlineData("2007-07-13", nameof(Rag.AmberRed))]
    [InlineData("2007-07-16", nameof(Rag.Red))]
    public void Dates_turn_red_when_the_day_is_past_by_more_than_the_tolerance(string today, string rag)
    {
        Assert.Equal(rag, $"{Drafts.Adopted().Standing(DateOnly.Parse(today, null)).Computed.Rag}");
    }

    [Theory]
    [InlineData("2007-07-13", nameof(Rag.AmberGreen))]
    [InlineData("2007-07-16", nameof(Rag.AmberRed))]
    public void A_moved_day_is_amber_by_how_far_it_moved_from_the_day_first_set(string due, string rag)
    {
        var of = Drafts.Adopted();
        of.Action.Move(of.Plan, (DateOnly.Parse(due, null), "More time"), Drafts.Office, Drafts.By(People.Grace, new(2007, 4, 20)));

        Assert.Equal(rag, $"{of.Standing(new(2007, 4, 24)).Computed.Rag}");
    }

    [Theory]
    [InlineData("1.0", nameof(Rag.Green))]
    [InlineData("0.75", nameof(Rag.AmberGreen))]
    [InlineData("0.74", nameof(Rag.AmberRed))]
    [InlineData("0", nameof(Rag.Red))]
    [InlineData("-0.2", nameof(Rag.Red))]
    public void A_measure_counts_by_its_share_of_the_planned_movement(string share, string rag)
    {
        var movement = new Movement(decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture), "Old queries");

        Assert.Equal(rag, $"{Drafts.Adopted().Standing(new(2007, 4, 24), movement).Computed.Rag}");
    }

    [Fact]
    public void What_is_done_and_has_moved_nothing_is_red()
    {
        var of = Drafts.Adopted();
        of.Action.Finish(of.Plan, "All are answered", Drafts.By(People.Grace, new(2007, 4, 20)));

        Assert.Equal(Rag.Red, of.Standing(new(2007, 4, 24), new Movement(0, "Old queries")).Computed.Rag);
    }

    [Fact]
    public void Where_readings_differ_that_is_the_headline()
    {
        var of = Drafts.Adopted();
        of.Action.Report(of.Plan, (Side.Owner, Rag.Green, "Going well"), Drafts.By(People.Grace, new(2007, 4, 20)));
        of.Action.Report(of.Plan, (Side.Reviewer, Rag.AmberRed, "I doubt it"), Drafts.By(People.Tom, new(2007, 4, 23)));

        var standing = of.Standing(new(2007, 4, 24));

        Assert.Equal("They disagree: dates and measure say Green, the owner says Green, the reviewer says Amber/Red", standing.Headline);
        Assert.Equal(Rag.AmberRed, standing.Worst);
    }

    [Fact]
    public void An_owner_s_reading_expires_after_thirty_days_and_a_reviewer_s_does_not()
    {
        var of = Drafts.Adopted();
        var said = new DateOnly(2007, 4, 10);
        of.Action.Report(of.Plan, (Side.Owner, Rag.AmberRed, "Short of people"), Drafts.By(People.Grace, said));
        of.Action.Report(of.Plan, (Side.Reviewer, Rag.AmberGreen, "It may do"), Drafts.By(People.Tom, said));

        Assert.Equal(Rag.AmberRed, of.Standing(said.AddDays(30)).Worst);
        var later = of.Standing(said.AddDays(31));
        Assert.False(later.OwnersHolds);
        Assert.Equal(Rag.AmberGreen, later.Worst);
    }

    [Fact]
    public void What_was_said_while_it_was_under_way_does_not_disagree_with_what_is_done_and_a_reviewer_may_still_look()
    {
        var of = Drafts.Adopted();
        of.Action.Report(of.Plan, (Side.Owner, Rag.AmberGreen, "Short of people"), Drafts.By(People.Grace, new(2007, 4, 10)));
        of.Action.Report(of.Plan, (Side.Reviewer, Rag.AmberRed, "I doubt it"), Drafts.By(People.Tom, new(2007, 4, 10)));
        of.Action.Finish(of.Plan, "All are answered", Drafts.By(People.Grace, new(2007, 4, 20)));

        Assert.Equal((Rag.AmberRed, true), (of.Standing(new(2007, 4, 19)).Worst, of.Standing(new(2007, 4, 19)).Disagrees));
        Assert.Equal((Rag.Green, false), (of.Standing(new(2007, 4, 24)).Worst, of.Standing(new(2007, 4, 24)).Disagrees));
        Assert.Throws<BrokenRuleException>(() => of.Action.Report(of.Plan, (Side.Owner, Rag.Green, "Done"), Drafts.By(People.Grace, new(2007, 4, 25))));
        of.Action.Report(of.Plan, (Side.Reviewer, Rag.Red, "Three are back"), Drafts.By(People.Tom, new(2007, 4, 25)));
        Assert.Equal("They disagree: dates and measure say Green, the reviewer says Red", of.Standing(new(2007, 4, 26)).Headline);
    }

    [Fact]
    public void No_word_within_the_rhythm_is_grey_and_a_moved_day_is_a_word()
    {
        var of = Drafts.Adopted();
        Assert.False(of.Standing(Drafts.FirstDay.AddDays(30)).IsSilent);
        Assert.True(of.Standing(Drafts.FirstDay.AddDays(31)).IsSilent);

        of.Action.Move(of.Plan, (new(2007, 7, 2), "More time"), Drafts.Office, Drafts.By(People.Grace, Drafts.FirstDay.AddDays(31)));

        Assert.False(of.Standing(Drafts.FirstDay.AddDays(32)).IsSilent);
    }

    [Fact]
    public void What_is_done_is_never_grey()
    {
        var of = Drafts.Adopted();
        of.Action.Finish(of.Plan, "All are answered", Drafts.By(People.Grace, new(2007, 4, 20)));

        Assert.False(of.Standing(new(2008, 4, 20)).IsSilent);
    }

    [Fact]
    public void In_totals_the_worst_counts_grey_outranks_green_and_nothing_is_averaged()
    {
        var today = Drafts.FirstDay.AddDays(31);
        var silent = Drafts.Adopted().Standing(today);
        var of = Drafts.Adopted();
        of.Action.Report(of.Plan, (Side.Owner, Rag.Green, "Going well"), Drafts.By(People.Grace, today));
        var green = of.Standing(today);

        var totals = RollUp.Of([green, green, green, silent]);

        Assert.Equal(Rag.Grey, totals.Worst);
        Assert.Equal("1 Grey: no word, 3 Green", totals.InWords);
        Assert.Equal(Rag.AmberGreen, RollUp.Of([silent, green with { Computed = new(Rag.AmberGreen, "moved") }]).Worst);
    }

    [Fact]
    public void Every_point_has_a_word_a_shape_and_a_criterion_of_its_own()
    {
        var all = Enum.GetValues<Rag>();

        Assert.Equal(all.Length, all.Select(r => r.Word()).Distinct().Count());
        Assert.Equal(all.Length, all.Select(r => r.Kind()).Distinct().Count());
        Assert.Equal(all.Order(), Criteria.InWords(10).Select(c => c.Rag).Order());
    }

    [Fact]
    public void Nobody_gives_grey_as_a_reading()
    {
        Assert.Throws<BrokenRuleException>(() => RagWords.Parse("Grey"));
    }
}
