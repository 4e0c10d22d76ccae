using EngagementHub.Responses.Questions;
using EngagementHub.Responses.Themes;

namespace EngagementHub.Tests.Responses;

public sealed class QuestionTests
{
    private static readonly DateTimeOffset Now = new(2007, 4, 24, 9, 0, 0, TimeSpan.Zero);
    private readonly Question _question = Question.Ask(
        Theme.Make(Comments.Period, "Pay policy", 0, (People.Priya, Now)), "Why so low?", [StableId.From("c1")], (People.Priya, Now));

    [Fact]
    public void An_answer_is_a_draft_until_it_is_published()
    {
        _question.Write(new AnswerText(AnswerState.Answered, "Because of the remit"), People.Grace, Now);
        Assert.Null(_question.Current);

        _question.Publish(Now);

        Assert.Equal(People.Grace, _question.Current!.By);
        Assert.True(_question.IsAnswered);
    }

    [Fact]
    public void A_published_answer_stays_and_a_later_one_stands_beside_it()
    {
        _question.Write(new AnswerText(AnswerState.Outstanding, "We are asking", Until: new DateOnly(2007, 5, 4)), People.Grace, Now);
        _question.Publish(Now);
        Assert.False(_question.IsAnswered);

        _question.Write(new AnswerText(AnswerState.Answered, "Now we know"), People.Grace, Now.AddDays(3));
        _question.Publish(Now.AddDays(3));

        Assert.Equal(2, _question.Answers.Count);
        Assert.Equal("Now we know", _question.Current!.Text);
    }

    [Fact]
    public void An_answer_stays_signed_by_who_began_it_when_somebody_else_edits_it()
    {
        var begun = _question.Write(new AnswerText(AnswerState.Answered, "Because of the remit"), People.Grace, Now);

        var edited = _question.Write(new AnswerText(AnswerState.Answered, "Because of the pay remit"), People.Priya, Now);

        Assert.Same(begun, edited);
        Assert.Equal((People.Grace, "Because of the pay remit"), (edited.By, edited.Text));
    }

    [Fact]
    public void The_trail_tells_who_gave_a_question_to_whom_and_who_changed_an_answer_how()
    {
        var given = new QuestionGiven(_question.Id, People.Grace, People.Priya, null, new DateOnly(2007, 5, 4), People.Priya, Now).ToAudit();
        var changed = new AnswerWritten(_question.Id, Guid.NewGuid(), "Answered: \"Yes\"", "Answered: \"No\"", People.Priya, Now).ToAudit();

        Assert.Equal($"from {People.Grace} to {People.Priya} by 2007-05-04", given.Why);
        Assert.Equal(("responses.answer.changed", "from Answered: \"Yes\" to Answered: \"No\""), (changed.What, changed.Why));
    }

    [Fact]
    public void Each_state_asks_for_what_makes_it_useful()
    {
        Assert.Equal("Where", Refused(new AnswerText(AnswerState.Redirected, "They know")));
        Assert.Equal("Until", Refused(new AnswerText(AnswerState.Outstanding, "Soon")));
        Assert.Equal("Text", Refused(new AnswerText(AnswerState.WillNot, " ")));
    }

    [Fact]
    public void Only_a_comment_behind_the_question_can_be_quoted()
    {
        Assert.Throws<BrokenRuleException>(() => _question.QuoteFrom(StableId.From("c9")));
    }

    private string? Refused(AnswerText text) => Assert.Throws<BrokenRuleException>(() => _question.Write(text, People.Grace, Now)).Field;
}
