using EngagementHub.Conversation;

namespace EngagementHub.Tests.Conversation;

public sealed class CommentTests
{
    [Fact]
    public void Nothing_of_the_writer_is_kept_with_an_anonymous_comment()
    {
        var comment = Talk.Discussion().Write("We need better chairs");

        Assert.Null(comment.Author);
        Assert.Null(comment.SignedName);
        Assert.Equal(new DateOnly(2007, 4, 24), comment.Day);
        Assert.Equal(4, comment.Id.Version);
    }

    [Fact]
    public void Of_a_named_comment_the_day_is_kept_and_no_time_so_that_its_neighbours_cannot_be_timed()
    {
        var comment = Talk.Discussion().Write("Hello", People.Tom);

        Assert.Equal(new DateOnly(2007, 4, 24), comment.Day);
        Assert.All(comment.GetType().GetProperties().Where(p => p.PropertyType == typeof(DateTimeOffset) || p.PropertyType == typeof(DateTimeOffset?)), p => Assert.Null(p.GetValue(comment)));
    }

    [Fact]
    public void A_comment_waits_where_moderators_read_first_and_shows_at_once_where_they_read_afterwards()
    {
        Assert.Equal(CommentStanding.Waiting, Talk.Discussion().Write("Hello").Standing);
        Assert.Equal(CommentStanding.Published, Talk.Discussion(Talk.Terms with { PreModerated = false }).Write("Hello").Standing);
    }

    [Theory]
    [InlineData("My number is QQ 12 34 56 C", "telephone")]
    [InlineData("AB123456C is mine", "National Insurance number")]
    [InlineData("Ring 020 7035 4848 please", "telephone number")]
    [InlineData("Ask joan.smith@department.example", "e-mail address")]
    [InlineData("See https://elsewhere.example/x", "link")]
    public void A_rule_holds_a_comment_and_never_declines_it(string text, string rule)
    {
        var comment = Talk.Discussion(Talk.Terms with { PreModerated = false }).Write(text);

        // QQ is not a prefix that was ever given out.
        Assert.Equal(!text.Contains("QQ", StringComparison.Ordinal), comment.HeldBy.Contains(rule));
        Assert.NotEqual(CommentStanding.Declined, comment.Standing);
    }

    [Fact]
    public void A_moderator_declines_under_a_clause_of_the_version_the_comment_was_written_under()
    {
        var comment = Talk.Discussion().Write("My own pay", People.Tom);

        comment.Decline(Talk.By(People.Mina), Talk.Code.Clause(3), "One person's pay", "How are pay queries answered?");

        Assert.Equal(CommentStanding.Declined, comment.Standing);
        var decision = Assert.Single(comment.Decisions);
        Assert.Equal((3, Talk.Code.Id, People.Mina), (decision.Clause, decision.CodeVersionId, decision.By));
    }

    [Fact]
    public void To_decline_a_reason_is_needed() =>
        Assert.Equal("Reason", Assert.Throws<BrokenRuleException>(() => Talk.Discussion().Write("Hello").Decline(Talk.By(People.Mina), Talk.Code.Clause(1), " ")).Field);

    [Fact]
    public void There_is_no_clause_that_the_code_does_not_have() =>
        Assert.Equal("Clause", Assert.Throws<BrokenRuleException>(() => Talk.Code.Clause(4)).Field);

    [Fact]
    public void Nobody_decides_their_own_comment() =>
        Assert.Throws<BrokenRuleException>(() => Talk.Discussion().Write("Hello", People.Mina).Approve(Talk.By(People.Mina)));

    [Fact]
    public void Approving_twice_is_one_decision()
    {
        var comment = Talk.Discussion().Write("Hello");

        comment.Approve(Talk.By(People.Mina));
        comment.Approve(Talk.By(People.Noah));

        Assert.Single(comment.Decisions);
    }

    [Fact]
    public void Struck_words_are_gone_from_text_page_and_plain_words_and_their_place_is_marked()
    {
        var comment = Talk.Discussion().Write("Ring *Joan* on 020 7035 4848, or ask **Joan** again");

        comment.Redact(Talk.By(People.Mina), ["Joan"], Talk.Code.Clause(1), "a \"name\" <b>");

        Assert.DoesNotContain("Joan", comment.Text + comment.Html + comment.Plain + comment.Source, StringComparison.Ordinal);
        Assert.Contains("<em>[redacted: a &quot;name&quot; &lt;b&gt;]</em>", comment.Html, StringComparison.Ordinal);
        Assert.Equal(2, comment.Plain.Split("[redacted:").Length - 1);
    }

    [Fact]
    public void Striking_a_figure_leaves_the_marks_of_earlier_strikes_alone()
    {
        var comment = Talk.Discussion().Write("Joan has 0 or 10 chairs");
        comment.Redact(Talk.By(People.Mina), ["Joan"], Talk.Code.Clause(1), "name");

        comment.Redact(Talk.By(People.Mina), ["0"], Talk.Code.Clause(1), "figure");

        Assert.Equal("[redacted: name] has [redacted: figure] or 1[redacted: figure] chairs", comment.Plain);
        Assert.Equal("Words", Assert.Throws<BrokenRuleException>(() => comment.Redact(Talk.By(People.Mina), ["1", "0"], Talk.Code.Clause(1), "figure")).Field);
    }

    [Fact]
    public void Words_that_overlap_are_struck_together_in_one_decision()
    {
        var comment = Talk.Discussion().Write("Ask joan.smith@department.example now");

        comment.Redact(Talk.By(People.Mina), ["department.example", "joan.smith@department", "joan.smith@department.example"], Talk.Code.Clause(1), "address");

        Assert.Equal("Ask [redacted: address] now", comment.Plain);
        Assert.Single(comment.Decisions);
    }

    [Fact]
    public void Words_that_are_not_there_cannot_be_struck() =>
        Assert.Equal("Words", Assert.Throws<BrokenRuleException>(() => Talk.Discussion().Write("Hello").Redact(Talk.By(People.Mina), ["Goodbye"], Talk.Code.Clause(1), "name")).Field);

    [Fact]
    public void Taken_back_a_comment_loses_its_words_and_can_no_longer_be_decided()
    {
        var comment = Talk.Discussion().Write("I regret this");

        comment.TakeBack();

        Assert.Equal(("", "", CommentStanding.Withdrawn), (comment.Text, comment.Html, comment.Standing));
        Assert.Throws<BrokenRuleException>(() => comment.Approve(Talk.By(People.Mina)));
    }
}
