using EngagementHub.Surveys.Answers;
using EngagementHub.Surveys.Audience;
using EngagementHub.Surveys.Questions;
using EngagementHub.Surveys.Surveys;

namespace EngagementHub.Tests.Surveys;

/// <summary>The life of a pulse check, without a database.</summary>
public sealed class SurveyTests
{
    private static readonly DateOnly First = new(2007, 4, 23);
    private static readonly DateTimeOffset Now = new(2007, 4, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly Question Heard = Question.Ask("heard", QuestionKind.Agreement, "Leading change", "I am heard", (People.Olu, Now));
    private static readonly Question Change = Question.Ask("change", QuestionKind.Words, "Leading change", "What would you change?", (People.Olu, Now));

    [Fact]
    public void Nothing_is_opened_before_it_is_said_what_will_be_done_with_the_answers()
    {
        var refused = Assert.Throws<BrokenRuleException>(() => Survey.Draft(new Intent("Spring", "To know", " ", First, First.AddDays(4))));

        Assert.Equal("Use", refused.Field);
    }

    [Fact]
    public void A_pulse_check_of_nine_people_is_refused()
    {
        var refused = Assert.Throws<BrokenRuleException>(() => Drafted().Open(9, People.Olu, Now, First));

        Assert.Contains("ask at least 10 people", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_smallest_group_shown_may_be_larger_than_ten_and_never_smaller()
    {
        Assert.Throws<BrokenRuleException>(() => Survey.Draft(Spring() with { Threshold = 9 }));

        Assert.Equal(20, Survey.Draft(Spring() with { Threshold = 20 }).Threshold);
    }

    [Fact]
    public void Once_it_is_open_neither_questions_nor_terms_change()
    {
        var survey = Opened();

        Assert.Throws<BrokenRuleException>(() => survey.Choose([Heard]));
        Assert.Throws<BrokenRuleException>(() => survey.Intend(Spring()));
    }

    [Fact]
    public void It_can_be_taken_back_with_a_reason_and_opened_again()
    {
        var survey = Opened();

        Assert.Equal("Because", Assert.Throws<BrokenRuleException>(() => survey.TakeBack("", People.Olu, Now)).Field);
        survey.TakeBack("A word is missing", People.Olu, Now);
        survey.Choose([Heard]);

        Assert.Equal(SurveyState.Draft, survey.StateOn(First));
    }

    [Fact]
    public void It_keeps_the_words_in_which_it_asks_when_the_question_is_worded_anew()
    {
        var question = Question.Ask("listens", QuestionKind.Agreement, "Leading change", "My manager listens", (People.Olu, Now));
        var survey = Survey.Draft(Spring());
        survey.Choose([question]);

        question.Word("The person I report to listens", (People.Olu, Now));

        Assert.Equal("My manager listens", question.Worded(Assert.Single(survey.Items).Wording).Text);
        Assert.Equal(2, question.Newest.Number);
    }

    [Fact]
    public void Wording_it_in_the_same_words_changes_nothing()
    {
        var question = Question.Ask("listens", QuestionKind.Agreement, "Leading change", "My manager listens", (People.Olu, Now));

        question.Word(" My manager listens ", (People.Olu, Now));

        Assert.Single(question.Wordings);
    }

    [Fact]
    public void It_is_answered_from_its_first_day_to_the_end_of_its_last()
    {
        var survey = Opened();

        Assert.Equal("This pulse check opens on Monday 23 April 2007", survey.WhyShut(First.AddDays(-1)));
        Assert.Null(survey.WhyShut(First));
        Assert.Null(survey.WhyShut(First.AddDays(4)));
        Assert.Equal("This pulse check closed at the end of Friday 27 April 2007", survey.WhyShut(First.AddDays(5)));
    }

    [Fact]
    public void It_is_not_closed_before_its_last_day_is_over_nor_answered_before_it_is_counted()
    {
        var survey = Opened();

        Assert.Throws<BrokenRuleException>(() => survey.Close(12, true, Now, First.AddDays(4)));
        Assert.Throws<BrokenRuleException>(() => survey.Respond("We will", People.Olu, Now));
        survey.Close(12, true, Now, First.AddDays(5));
        survey.Respond("We will", People.Olu, Now);

        Assert.Equal(SurveyState.Published, survey.StateOn(First.AddDays(5)));
        Assert.Throws<BrokenRuleException>(() => survey.Respond("Something else", People.Olu, Now));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("-1")]
    [InlineData("４")]
    [InlineData("4.5")]
    [InlineData("")]
    public void An_answer_outside_the_five_points_is_refused(string mark) => Assert.Equal(["Marks[1]"], Refused(("Marks[1]", [mark])));

    [Fact]
    public void An_answer_that_is_sent_twice_in_one_form_is_refused() => Assert.Equal(["Marks[1]"], Refused(("Marks[1]", ["1", "5"])));

    [Fact]
    public void What_is_written_may_be_left_out_and_may_not_be_too_long()
    {
        Assert.Empty(Refused(("Marks[1]", ["4"])));
        Assert.Equal(["Words[2]"], Refused(("Marks[1]", ["4"]), ("Words[2]", [new string('x', 1001)])));
    }

    [Fact]
    public void A_list_of_people_says_the_line_that_is_wrong()
    {
        Assert.Equal([new("tom", "Estates, North", "HEO"), new("sam", "", "")], AudienceList.Read("User name;Unit;Grade\r\ntom;\"Estates, North\";HEO\n\nsam\n"));
        Assert.StartsWith("Line 2: tom stands in the list twice", Assert.Throws<BrokenRuleException>(() => AudienceList.Read("Tom,A\ntom,B")).Message, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("Line 1: there are more than three columns", Assert.Throws<BrokenRuleException>(() => AudienceList.Read("tom,a,b,c")).Message, StringComparison.Ordinal);
        Assert.Throws<BrokenRuleException>(() => AudienceList.Read(" \n"));
    }

    [Theory]
    [InlineData(50, 20, 40, true)]
    [InlineData(50, 19, 40, false)]
    [InlineData(0, 1, 40, true)]
    [InlineData(100, 39, 40, false)]
    public void Answers_speak_for_all_asked_from_the_floor_on_that_was_announced(int floor, int answered, int asked, bool speaks)
    {
        Assert.Equal(speaks, Survey.Draft(Spring() with { Floor = floor }).SpeaksFor(answered, asked));
    }

    [Fact]
    public void A_floor_is_a_share_of_those_asked()
    {
        Assert.Equal("Floor", Assert.Throws<BrokenRuleException>(() => Survey.Draft(Spring() with { Floor = 101 })).Field);
        Assert.Throws<BrokenRuleException>(() => Survey.Draft(Spring() with { Floor = -1 }));
    }

    private static Intent Spring() => new("Spring", "To know how things are", "The board answers by 30 May", First, First.AddDays(4));

    private static Survey Drafted()
    {
        var survey = Survey.Draft(Spring());
        survey.Choose([Heard, Change]);
        return survey;
    }

    private static Survey Opened()
    {
        var survey = Drafted();
        survey.Open(12, People.Olu, Now, First.AddDays(-3));
        return survey;
    }

    private static List<string> Refused(params (string Name, string[] Values)[] form)
    {
        List<string> refused = [];
        Ballot.Read(Drafted(), name => form.FirstOrDefault(f => f.Name == name).Values ?? [], (name, _) => refused.Add(name));
        return refused;
    }
}
