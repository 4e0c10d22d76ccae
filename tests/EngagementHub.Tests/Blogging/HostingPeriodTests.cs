using EngagementHub.Blogging.Hosting;

namespace EngagementHub.Tests.Blogging;

public sealed class HostingPeriodTests
{
    private static readonly DateTimeOffset Later = Sample.Invited.AddDays(2);
    private static readonly DateOnly Today = new(2007, 3, 29);
    private static readonly DateOnly WindsDownUntil = new(2007, 5, 14);

    [Fact]
    public void A_host_may_post_only_after_accepting()
    {
        var period = Sample.Invitation(Sample.Blog());
        Assert.False(period.LetsPost(People.Priya, Sample.First));

        period.Accept(People.Priya, Later, Today);

        Assert.True(period.LetsPost(People.Priya, Sample.First));
    }

    [Fact]
    public void The_stand_in_may_post_in_the_same_days_and_nobody_else()
    {
        var period = Sample.Agreed(Sample.Blog());

        Assert.True(period.LetsPost(People.Tom, Sample.Last));
        Assert.False(period.LetsPost(People.Sam, Sample.Last));
        Assert.False(period.LetsPost(People.Olu, Sample.Last));
    }

    [Fact]
    public void Only_the_invited_can_answer()
    {
        var period = Sample.Invitation(Sample.Blog());

        var refused = Assert.Throws<BrokenRuleException>(() => period.Accept(People.Sam, Later, Today));

        Assert.Equal("Only the invited host can accept", refused.Message);
    }

    [Fact]
    public void Declining_needs_a_reason_and_ends_the_invitation()
    {
        var period = Sample.Invitation(Sample.Blog());
        Assert.Equal("Reason", Assert.Throws<BrokenRuleException>(() => period.Decline(People.Priya, Later, " ")).Field);

        period.Decline(People.Priya, Later, "On leave that week");

        Assert.Equal(HostingStanding.Declined, period.StandingOn(Today, Sample.Last));
        Assert.Throws<BrokenRuleException>(() => period.Accept(People.Priya, Later, Today));
    }

    [Fact]
    public void An_invitation_nobody_answered_lapses_and_cannot_be_accepted_any_more()
    {
        var period = Sample.Invitation(Sample.Blog());
        var after = Sample.Last.AddDays(1);

        Assert.Equal(HostingStanding.Lapsed, period.StandingOn(after, after));
        Assert.Contains("Friday 27 April 2007", Assert.Throws<BrokenRuleException>(() => period.Accept(People.Priya, Later, after)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_accepted_period_goes_through_its_life_by_the_calendar_alone()
    {
        var period = Sample.Agreed(Sample.Blog());
        Assert.Equal(HostingStanding.Accepted, period.StandingOn(Sample.First.AddDays(-1), WindsDownUntil));
        Assert.Equal(HostingStanding.Active, period.StandingOn(Sample.First, WindsDownUntil));
        Assert.Equal(HostingStanding.Active, period.StandingOn(Sample.Last, WindsDownUntil));
        Assert.Equal(HostingStanding.WindingDown, period.StandingOn(Sample.Last.AddDays(1), WindsDownUntil));
        Assert.Equal(HostingStanding.WindingDown, period.StandingOn(WindsDownUntil, WindsDownUntil));
        Assert.Equal(HostingStanding.Closed, period.StandingOn(WindsDownUntil.AddDays(1), WindsDownUntil));
    }

    [Theory]
    [InlineData("2007-04-27", "2007-04-18", "The last day must be on or after the first day")]
    [InlineData("2007-03-26", "2007-03-30", "The first day must be today or later")]
    [InlineData("9999-12-30", "9999-12-31", "A hosting period may lie 2 years ahead at most. Choose days until Friday 27 March 2009")]
    [InlineData("2009-03-27", "2009-03-28", "A hosting period may lie 2 years ahead at most. Choose days until Friday 27 March 2009")]
    [InlineData("2007-04-01", "2007-05-31", "A hosting period may last 60 days at most; this would be 61. Choose an earlier last day")]
    public void Days_that_cannot_be_are_refused_in_words(string first, string last, string sentence)
    {
        var refused = Assert.Throws<BrokenRuleException>(() => Sample.Invitation(Sample.Blog(), first: Day(first), last: Day(last)));

        Assert.Equal(sentence, refused.Message);
    }

    [Fact]
    public void Sixty_days_and_a_period_that_begins_today_are_allowed()
    {
        var period = Sample.Invitation(Sample.Blog(), first: new DateOnly(2007, 3, 27), last: new DateOnly(2007, 5, 25));

        Assert.Equal("27 March to 25 May 2007", period.Days);
    }

    [Fact]
    public void A_period_is_withdrawn_before_it_begins_and_cut_short_after()
    {
        var period = Sample.Agreed(Sample.Blog());
        Assert.Throws<BrokenRuleException>(() => period.Withdraw(People.Olu, Later, Sample.First, "Changed plans"));

        period.EndOn(new DateOnly(2007, 4, 20), People.Olu, Later, Sample.First, "Called away");

        Assert.False(period.LetsPost(People.Priya, new DateOnly(2007, 4, 21)));
        Assert.Equal((Sample.Last, new DateOnly(2007, 4, 20), "Called away"), (period.Changes[0].From, period.Changes[0].To, period.Changes[0].Reason));
    }

    [Fact]
    public void Extending_keeps_the_first_agreed_day_in_the_history()
    {
        var period = Sample.Agreed(Sample.Blog());

        period.EndOn(new DateOnly(2007, 5, 2), People.Olu, Later, Sample.Last, "More questions than expected");
        period.EndOn(new DateOnly(2007, 5, 4), People.Olu, Later, Sample.Last, "Again");

        Assert.Equal([Sample.Last, new DateOnly(2007, 5, 2)], period.Changes.Select(c => c.From));
        Assert.True(period.LetsPost(People.Priya, new DateOnly(2007, 5, 4)));
    }

    [Fact]
    public void A_period_that_is_over_is_not_brought_back()
    {
        var period = Sample.Agreed(Sample.Blog());

        Assert.Throws<BrokenRuleException>(() => period.EndOn(new DateOnly(2007, 5, 4), People.Olu, Later, Sample.Last.AddDays(1), "Too late"));
    }

    [Fact]
    public void A_co_responder_signs_with_a_title_and_is_named_once()
    {
        var period = Sample.Agreed(Sample.Blog());

        Name(period, People.Grace, "Head of Reward", Sample.First);
        Name(period, People.Grace, "Head of Pay and Reward", Sample.First);

        Assert.Equal("Head of Pay and Reward", Assert.Single(period.CoResponders).Title);
        Assert.Throws<BrokenRuleException>(() => Name(period, People.Priya, "Host", Sample.First));
    }

    [Fact]
    public void Who_answers_changes_until_the_period_has_wound_down_and_no_longer()
    {
        var period = Sample.Agreed(Sample.Blog());
        Name(period, People.Grace, "Head of Reward", WindsDownUntil);

        var late = Assert.Throws<BrokenRuleException>(() => Name(period, People.Sam, "Caseworker", WindsDownUntil.AddDays(1)));
        Assert.Throws<BrokenRuleException>(() => period.Release(People.Grace, People.Priya, Later, WindsDownUntil.AddYears(3), WindsDownUntil));

        Assert.Equal("The questions of this period were answered until Monday 14 May 2007, so who answers can no longer change", late.Message);
        Assert.Equal(People.Grace, Assert.Single(period.CoResponders).Person);
        period.Release(People.Grace, People.Priya, Later, WindsDownUntil, WindsDownUntil);
        Assert.Empty(period.CoResponders);
    }

    [Fact]
    public void Nobody_is_named_to_answer_in_a_period_that_was_not_accepted()
    {
        var period = Sample.Invitation(Sample.Blog());
        Assert.Throws<BrokenRuleException>(() => Name(period, People.Grace, "Head of Reward", Today));

        period.Decline(People.Priya, Later, "On leave that week");

        Assert.Throws<BrokenRuleException>(() => Name(period, People.Grace, "Head of Reward", Today));
    }

    private static void Name(HostingPeriod period, StaffId person, string title, DateOnly today) =>
        period.Name(new CoResponder(person, title), People.Priya, Later, today, WindsDownUntil);

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
