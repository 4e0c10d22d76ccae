using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Signing;

namespace EngagementHub.Tests.ServiceLevels.Signing;

public class SignedMonthTests
{
    [Fact]
    public void A_signed_month_keeps_its_figure_its_rules_and_every_row()
    {
        var signed = SignedMonth.Sign(MonthBuilder.Month(), MonthBuilder.Words, null, MonthBuilder.Sid);

        Assert.Equal("90.4% of 21 within 5 working days", signed.Figure.InWords);
        Assert.Equal((1, 21, "Sid Service, Head of Service Delivery"), (signed.Revision, signed.Rows.Count, signed.Signed));
        Assert.Equal(MonthBuilder.Month().Figure!.Figure.Average, signed.Figure.Figure.Average);
        Assert.Equal(MonthBuilder.Month().Figure!.Figure.NineInTen, signed.Figure.Figure.NineInTen);
        Assert.Equal("", signed.Reason);
        Assert.True(MonthRecord.IsWhole(signed, signed.Rows.ToList()));
    }

    [Fact]
    public void The_record_is_text_that_anyone_can_hash()
    {
        var signed = SignedMonth.Sign(MonthBuilder.Month(), new Words("Two were\r\n late.  Both over a weekend.", ""), null, MonthBuilder.Sid);

        Assert.StartsWith("""
            signed month, form 1
            level: new-account/level
            month: 2007-03
            revision: 1
            replaces: none
            reason: 
            signed: 2007-04-04T09:00:00Z
            by: Sid Service, Head of Service Delivery
            sentence: Two were late. Both over a weekend.
            data-as-of: 2007-03-30T15:00:00Z
            measure: within working days
            basis: due
            stops: resolution
            promise: 90 within 5 from 2007-01-01
            cut-off: none
            category: all
            calendar: department
            calendar-version: 3
            cut-offs: none
            bank-holidays: england-and-wales
            zone: Europe/London
            promised: yes
            met: 19
            missed: 2
            open-and-late: 0
            not-yet-due: 0
            void: 0
            older: 0
            lengths: 2=19 6=2
            backlog-open: 0
            backlog-late: 0
            backlog-oldest: 0
            rows: 21
            rows-sha256: 
            """.ReplaceLineEndings("\n"), MonthRecord.TextOf(signed), StringComparison.Ordinal);
        Assert.StartsWith("source\tticket\treceived\tdue\tcompleted\tworking-days\toutcome\ndesk\tT01\t2007-03-01T10:00:00Z\t2007-03-08T17:00:00Z\t2007-03-05T10:00:00Z\t2\tmet\n", MonthRecord.TextOf(signed.Rows), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_is_changed_or_missing_is_found_out()
    {
        var signed = SignedMonth.Sign(MonthBuilder.Month(), MonthBuilder.Words, null, MonthBuilder.Sid);
        var other = signed.Rows.Select((row, index) => index == 4 ? row with { Completed = row.Completed!.Value.AddSeconds(1) } : row).ToList();

        Assert.False(MonthRecord.IsWhole(signed, other));
        Assert.False(MonthRecord.IsWhole(signed, signed.Rows.Skip(1).ToList()));
        Assert.True(MonthRecord.IsWhole(signed, signed.Rows.Reverse().ToList()));
    }

    [Fact]
    public void Only_the_owner_of_the_service_signs() =>
        Assert.Equal("Only the owner of the service signs its months", Refused(() => SignedMonth.Sign(MonthBuilder.Month(), MonthBuilder.Words, null, MonthBuilder.By(People.Ada))));

    [Theory]
    [InlineData("")]
    [InlineData("Fine.")]
    public void The_owner_s_sentence_is_required(string sentence)
    {
        var refused = Assert.Throws<BrokenRuleException>(() => SignedMonth.Sign(MonthBuilder.Month(), new Words(sentence, ""), null, MonthBuilder.Sid));

        Assert.Equal(("Say in a sentence what the figure means, in 10 to 1,000 characters", "Sentence"), (refused.Message, refused.Field));
    }

    [Fact]
    public void A_month_that_is_not_over_cannot_be_signed() =>
        Assert.Equal("March 2007 is not over. It can be signed from 1 April 2007.", MonthBuilder.Month().Obstacle(LevelBuilder.At("2007-03-31T22:59:59Z"))!.Sentence);

    [Fact]
    public void A_month_is_over_when_its_last_day_is_over_where_the_service_is() =>
        Assert.Null(MonthBuilder.Month().Obstacle(LevelBuilder.At("2007-03-31T23:00Z")));

    [Fact]
    public void Stale_data_cannot_be_signed() =>
        Assert.Equal("Nothing was heard from the ticket system since 4pm on Friday 30 March 2007. Take in its latest tickets first: some that belong to this month may be missing.",
            MonthBuilder.Month(live: true).Obstacle(LevelBuilder.At("2007-04-05T09:00Z"))!.Sentence);

    [Fact]
    public void Data_that_end_before_the_month_does_cannot_be_signed() =>
        Assert.Equal("The data reach only to 5pm on Thursday 29 March 2007. Take in the tickets of the whole month first: its last working day is Friday 30 March 2007.",
            MonthBuilder.Month(lastHeard: "2007-03-29T16:00Z").Obstacle(LevelBuilder.At("2007-04-04T09:00Z"))!.Sentence);

    [Fact]
    public void An_empty_month_cannot_be_signed() =>
        Assert.StartsWith("Nothing was counted in March 2007", (MonthBuilder.Month() with { Figure = null }).Obstacle(LevelBuilder.At("2007-04-04T09:00Z"))!.Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_month_by_receipt_waits_until_the_last_ticket_is_due() =>
        Assert.StartsWith("1 ticket received in March 2007 is not yet due", (MonthBuilder.Month() with { StillRunning = 1 }).Obstacle(LevelBuilder.At("2007-04-04T09:00Z"))!.Sentence, StringComparison.Ordinal);

    [Fact]
    public void Too_few_to_say_can_be_signed_and_is_said()
    {
        var signed = SignedMonth.Sign(MonthBuilder.Month(inTime: 5, late: 0), MonthBuilder.Words, null, MonthBuilder.Sid);

        Assert.Equal(Verdict.TooFewToSay, signed.Figure.Verdict);
    }

    [Fact]
    public void What_is_signed_again_is_the_next_revision_with_a_reason_and_names_what_it_replaces()
    {
        var first = SignedMonth.Sign(MonthBuilder.Month(), MonthBuilder.Words, null, MonthBuilder.Sid);
        var second = SignedMonth.Sign(MonthBuilder.Month(late: 1), MonthBuilder.Words, first, MonthBuilder.Sid);

        Assert.Equal((2, first.Hash, "A ticket had been counted twice."), (second.Revision, second.Replaces, second.Reason));
        Assert.Equal("90.4% of 21 within 5 working days", first.Figure.InWords);
        Assert.Equal("Say why the month is signed again, in 10 to 1,000 characters", Refused(() => SignedMonth.Sign(MonthBuilder.Month(), new Words(MonthBuilder.Words.Sentence, " "), first, MonthBuilder.Sid)));
    }

    [Fact]
    public void The_owner_does_not_counter_sign_and_a_changed_method_is_not_covered()
    {
        var month = MonthBuilder.Month();
        var signature = MethodSignature.Sign(month.Report.Service, month.Report.Level, month.Rules, MonthBuilder.By(People.Ada));

        Assert.True(signature.Covers(month.Rules));
        Assert.True(signature.Covers(month.Rules with { CalendarVersion = 9 }));
        Assert.False(signature.Covers(month.Rules with { CutOff = new TimeOnly(12, 0) }));
        Assert.False(signature.Covers(month.Rules with { From = new DateOnly(2007, 4, 1) }));
        Assert.StartsWith("The owner of the service cannot counter-sign", Refused(() => MethodSignature.Sign(month.Report.Service, month.Report.Level, month.Rules, MonthBuilder.Sid)), StringComparison.Ordinal);
    }

    private static string Refused(Action act) => Assert.Throws<BrokenRuleException>(act).Message;
}
