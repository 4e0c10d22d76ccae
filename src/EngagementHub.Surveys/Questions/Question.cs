namespace EngagementHub.Surveys.Questions;

/// <summary>How a question is answered.</summary>
internal enum QuestionKind
{
    /// <summary>On five points, from strongly disagree to strongly agree.</summary>
    Agreement,

    /// <summary>In the person's own words.</summary>
    Words,
}

/// <summary>Something that pulse checks ask again and again. Its wordings are numbered: what was asked in other words is another measure.</summary>
internal sealed class Question : Entity
{
    public const int LongestWording = 300;
    private readonly List<Wording> _wordings = [];

    private Question(Guid id, string key, QuestionKind kind, string theme)
        : base(id) => (Key, Kind, Theme) = (key, kind, theme);

    /// <summary>Its short name in files and recipes, as in <c>effective-action</c>.</summary>
    public string Key { get; private set; }

    public QuestionKind Kind { get; private set; }

    /// <summary>The heading under which its results stand, as in "Leading change".</summary>
    public string Theme { get; private set; }

    /// <summary>Which of the five items of the engagement index it is, from 1; nothing for any other question.</summary>
    public int? IndexItem { get; private set; }

    public IReadOnlyList<Wording> Wordings => _wordings;

    public Wording Newest => _wordings.MaxBy(w => w.Number)!;

    public static Question Ask(string key, QuestionKind kind, string theme, string text, (StaffId By, DateTimeOffset At) act)
    {
        BrokenRules.RefuseAll(() => KeyOf(key), () => Required(theme, nameof(Theme), "Enter the heading its results stand under", 80), () => Required(text, nameof(Wording.Text), "Enter the question", LongestWording));
        var question = new Question(Guid.NewGuid(), KeyOf(key), kind, Required(theme, nameof(Theme), "Enter the heading its results stand under", 80));
        question.Word(text, act);
        return question;
    }

    /// <summary>The same under the identifier that recipes know.</summary>
    public static Question Recall(Guid id, string key, QuestionKind kind, string theme, int? indexItem) =>
        new(id, KeyOf(key), kind, theme) { IndexItem = indexItem };

    /// <summary>The wording of that number.</summary>
    public Wording Worded(int number) => _wordings.Find(w => w.Number == number) ?? throw new BrokenRuleException($"The question “{Key}” has no wording {number}");

    /// <summary>Words it anew. What was asked before keeps its words and its results.</summary>
    public void Word(string? text, (StaffId By, DateTimeOffset At) act)
    {
        var said = Required(text, nameof(Wording.Text), "Enter the question", LongestWording);
        if (_wordings.Exists(w => w.Number == Newest.Number && w.Text == said))
        {
            return;
        }

        _wordings.Add(new Wording(_wordings.Count + 1, said, act.By, act.At));
        Raise(new QuestionWorded(Id, _wordings.Count, act.By, act.At));
    }

    internal static string Required(string? text, string field, string sentence, int most)
    {
        var said = text?.Trim() ?? "";
        return said.Length == 0 ? throw new BrokenRuleException(sentence, field)
            : said.Length > most ? throw new BrokenRuleException($"Use at most {most} characters", field)
            : said;
    }

    private static string KeyOf(string? key)
    {
        var said = Required(key, nameof(Key), "Enter a short name, such as effective-action", 60);
        return said.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
            ? said
            : throw new BrokenRuleException("Use small letters, digits and hyphens only, as in effective-action", nameof(Key));
    }
}

/// <summary>A question in the words in which it is asked from then on.</summary>
internal sealed record Wording(int Number, string Text, StaffId By, DateTimeOffset At);
