using EngagementHub.Conversation.Moderation;
using EngagementHub.WorkingTime;

namespace EngagementHub.Tests.Conversation;

public sealed class AppealTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.In("Europe/London").Week(WeeklyHours.MondayToFriday("09:00", "17:00")).BankHolidays("england-and-wales").Build();
    private static readonly DateOnly Today = new(2007, 4, 24);

    [Fact]
    public void An_appeal_is_decided_by_somebody_else_by_a_working_day_that_is_stated()
    {
        var appeal = Against(Declined());

        Assert.Equal(new DateOnly(2007, 5, 1), appeal.DecideBy);
        Assert.Throws<BrokenRuleException>(() => appeal.Decide(AppealOutcome.Dismissed, Talk.By(People.Mina), "It stands"));
        appeal.Decide(AppealOutcome.Upheld, Talk.By(People.Noah), "It was within the code");
        Assert.Throws<BrokenRuleException>(() => appeal.Decide(AppealOutcome.Dismissed, Talk.By(People.Noah), "After all not"));
        Assert.Equal(AppealOutcome.Upheld, appeal.Outcome);
    }

    [Fact]
    public void Its_lateness_shows_from_the_day_after()
    {
        var appeal = Against(Declined());

        Assert.False(appeal.IsLate(new DateOnly(2007, 5, 1)));
        Assert.True(appeal.IsLate(new DateOnly(2007, 5, 2)));
    }

    [Fact]
    public void The_time_to_appeal_ends_after_twenty_working_days()
    {
        var last = Appeal.LastDay(Declined(), Calendar, "Europe/London");

        Assert.Equal(new DateOnly(2007, 5, 23), last);
        Assert.NotNull(Appeal.Against(Declined(), "Look again", last, Calendar, "Europe/London"));
        var late = Assert.Throws<BrokenRuleException>(() => Appeal.Against(Declined(), "Look again", last.AddDays(1), Calendar, "Europe/London"));
        Assert.Contains("ended with Wednesday 23 May 2007", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_but_a_decline_or_struck_words_is_appealed()
    {
        var comment = Talk.Discussion().Write("A point", People.Tom);
        comment.Approve(Talk.By(People.Mina));

        Assert.Throws<BrokenRuleException>(() => Against(comment.Decisions[0]));
    }

    private static Appeal Against(Decision decision) => Appeal.Against(decision, "Look again", Today, Calendar, "Europe/London");

    private static Decision Declined()
    {
        var comment = Talk.Discussion().Write("A point", People.Tom);
        comment.Decline(Talk.By(People.Mina), Talk.Code.Clause(1), "Too sharp");
        return comment.Decisions[0];
    }
}
