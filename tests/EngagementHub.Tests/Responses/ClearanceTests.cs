using EngagementHub.Core.Ports;
using EngagementHub.Responses.Questions;
using EngagementHub.Responses.Themes;

namespace EngagementHub.Tests.Responses;

public sealed class ClearanceTests
{
    private static readonly DateTimeOffset Now = new(2007, 4, 24, 9, 0, 0, TimeSpan.Zero);
    private readonly Question _question = Question.Ask(
        Theme.Make(Comments.Period, "Pay policy", 0, (People.Priya, Now)), "Why so low?", [StableId.From("c1")], (People.Priya, Now));

    public ClearanceTests()
    {
        _question.AskForClearance(true, People.Priya, Now);
        Write("Because of the remit", People.Grace);
    }

    [Fact]
    public void An_answer_that_must_be_cleared_is_not_ready_and_cannot_be_published_before()
    {
        Assert.True(_question.WaitsForClearance);
        Assert.Null(_question.Ready);
        Assert.Throws<BrokenRuleException>(() => _question.Publish(Now));

        var clearance = _question.Clear(People.Priya, Now);

        Assert.Equal((People.Priya, "Because of the remit"), (clearance.By, clearance.Wording));
        Assert.Same(_question.Draft, _question.Ready);
        _question.Publish(Now);
        Assert.True(_question.IsAnswered);
    }

    [Fact]
    public void Nobody_whose_words_are_in_it_clears_it()
    {
        Write("Because of the pay remit", People.Priya);

        Assert.Throws<BrokenRuleException>(() => _question.Clear(People.Grace, Now));
        Assert.Throws<BrokenRuleException>(() => _question.Clear(People.Priya, Now));
        Assert.Equal(People.Tom, _question.Clear(People.Tom, Now).By);
    }

    [Fact]
    public void A_changed_wording_loses_its_clearance_and_the_same_wording_keeps_it()
    {
        _question.Clear(People.Priya, Now);

        Write("Because of the remit", People.Grace);
        Assert.False(_question.WaitsForClearance);
        Write("Because of the pay remit", People.Grace);

        Assert.True(_question.WaitsForClearance);
        Assert.Null(_question.Draft!.ClearedBy);
    }

    [Fact]
    public void Where_nobody_asked_for_clearance_a_draft_is_ready()
    {
        _question.AskForClearance(false, People.Priya, Now);

        Assert.Same(_question.Draft, _question.Ready);
    }

    [Fact]
    public void A_question_is_handed_on_to_somebody_else_with_a_note()
    {
        var grace = new StaffCard(People.Grace, "grace", "Grace", "Head of Reward", null, true, []);

        Assert.Equal("Note", Assert.Throws<BrokenRuleException>(() => _question.HandOn(grace, " ", People.Priya, Now)).Field);
        var note = _question.HandOn(grace, "You know the remit", People.Priya, Now);

        Assert.Equal((People.Grace, "You know the remit"), (_question.Responder, note.Text));
        Assert.Equal("To", Assert.Throws<BrokenRuleException>(() => _question.HandOn(grace, "Again", People.Priya, Now)).Field);
    }

    private void Write(string words, StaffId by) => _question.Write(new AnswerText(AnswerState.Answered, words), by, Now);
}
