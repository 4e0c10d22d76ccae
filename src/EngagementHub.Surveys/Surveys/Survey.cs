using EngagementHub.Surveys.Questions;

namespace EngagementHub.Surveys.Surveys;

/// <summary>A pulse check: a few questions to stated people in a stated time, with what will be done about the answers said beforehand.</summary>
internal sealed partial class Survey : Entity
{
    /// <summary>The smallest group of which anything is shown, and so the smallest that can be asked.</summary>
    public const int Fewest = 10;

    /// <summary>What is offered as the floor: below half, those who did not answer decide as much as those who did.</summary>
    public const int UsualFloor = 50;

    public const int MostQuestions = 15;
    public const int LongestText = 1000;
    private readonly List<Item> _items = [];

    private Survey(Guid id, string title)
        : base(id) => Title = title;

    public string Title { get; private set; }

    /// <summary>Why it is asked.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>What will be done with the answers, said before anybody gives one.</summary>
    public string Use { get; private set; } = "";

    public DateOnly FirstDay { get; private set; }

    public DateOnly LastDay { get; private set; }

    /// <summary>Groups in which fewer answered are not shown.</summary>
    public int Threshold { get; private set; } = Fewest;

    /// <summary>The share of those asked, in percent, that must answer for the results to speak for all of them, announced beforehand; 0 where none was.</summary>
    public int Floor { get; private set; }

    public IReadOnlyList<Item> Items => _items;

    /// <summary>Whether so many of so many speak for all of them, by the floor that was announced.</summary>
    public bool SpeaksFor(int answered, int asked) => 100L * answered >= (long)Floor * asked;

    public static Survey Draft(Intent intent, Guid? id = null)
    {
        var survey = new Survey(id ?? Guid.NewGuid(), "");
        survey.Intend(intent);
        return survey;
    }

    /// <summary>Says what it is for and when, while it is a draft.</summary>
    public void Intend(Intent intent)
    {
        MustBeDraft();
        var stated = intent.Checked();
        (Title, Purpose, Use) = (stated.Title!, stated.Purpose!, stated.Use!);
        (FirstDay, LastDay) = (stated.FirstDay!.Value, stated.LastDay!.Value);
        (Threshold, Floor) = (stated.Threshold, stated.Floor);
    }

    /// <summary>Chooses what is asked, each question in the wording it has now.</summary>
    public void Choose(IReadOnlyList<Question> questions)
    {
        MustBeDraft();
        Check(questions);
        _items.Clear();
        _items.AddRange(questions.Select((q, i) => new Item(i + 1, q.Id, q.Newest.Number, q.Kind)));
    }

    /// <summary>Refuses a choice of questions that nobody could answer or that would show nothing.</summary>
    public static void Check(IReadOnlyList<Question> questions)
    {
        if (questions.Count is 0 or > MostQuestions || questions.Distinct().Count() != questions.Count)
        {
            throw new BrokenRuleException($"Choose between 1 and {MostQuestions} questions, each once", "Questions");
        }

        if (questions.All(q => q.Kind == QuestionKind.Words))
        {
            throw new BrokenRuleException("Choose at least one question that is answered on five points", "Questions");
        }
    }

    private void MustBeDraft()
    {
        if (OpenedAt is not null)
        {
            throw new BrokenRuleException(HasAnswers
                ? "Somebody has answered: questions, wording, threshold and whom it asks cannot change any more"
                : "It is open: take it back before you change it");
        }
    }
}

/// <summary>What is said about a pulse check before it is opened.</summary>
internal sealed record Intent(string? Title, string? Purpose, string? Use, DateOnly? FirstDay, DateOnly? LastDay, int Threshold = Survey.Fewest, int Floor = 0)
{
    public Intent Checked()
    {
        var rules = new BrokenRules();
        var stated = this with
        {
            Title = rules.Keep(() => Question.Required(Title, nameof(Title), "Enter a title", 120)),
            Purpose = rules.Keep(() => Question.Required(Purpose, nameof(Purpose), "Say why you ask", Survey.LongestText)),
            Use = rules.Keep(() => Question.Required(Use, nameof(Use), "Say what you will do with the answers. Without it a pulse check cannot be opened", Survey.LongestText)),
            FirstDay = rules.Keep(() => FirstDay ?? throw new BrokenRuleException("Enter the first day", nameof(FirstDay))),
            LastDay = rules.Keep(() => LastDay is not { } last ? throw new BrokenRuleException("Enter the last day", nameof(LastDay))
                : last < FirstDay ? throw new BrokenRuleException("The last day must be on or after the first day", nameof(LastDay)) : last),
            Threshold = rules.Keep(() => Threshold is >= Survey.Fewest and <= 100 ? Threshold : throw new BrokenRuleException($"The smallest group shown must be between {Survey.Fewest} and 100 people", nameof(Threshold))),
            Floor = rules.Keep(() => Floor is >= 0 and <= 100 ? Floor : throw new BrokenRuleException("The share that must answer must be between 0 and 100%. 0 is for no floor", nameof(Floor))),
        };
        rules.Refuse();
        return stated;
    }
}

/// <summary>A question as it stands in a pulse check, in one wording for good.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Question">The question.</param>
/// <param name="Wording">The number of the wording.</param>
/// <param name="Kind">How it is answered.</param>
internal sealed record Item(int Number, Guid Question, int Wording, QuestionKind Kind);
