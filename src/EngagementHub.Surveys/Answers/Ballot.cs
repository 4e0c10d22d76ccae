using EngagementHub.Surveys.Questions;
using EngagementHub.Surveys.Surveys;

namespace EngagementHub.Surveys.Answers;

/// <summary>What one person answered, on its way from the form into the sums. It is never stored as one.</summary>
/// <param name="SurveyId">The pulse check.</param>
/// <param name="Marks">For each question on five points, in its order, 1 to 5.</param>
/// <param name="Words">What was written, by the number of the question.</param>
internal sealed record Ballot(Guid SurveyId, IReadOnlyList<int> Marks, IReadOnlyList<WrittenAnswer> Words)
{
    public const string MarkField = "Marks";
    public const string WordsField = "Words";

    /// <summary>The questions that were asked, as the form was read by them; nothing where no form was.</summary>
    public IReadOnlyList<Item>? Asked { get; init; }

    /// <summary>Reads what a form sent, and says of each field what is wrong with it.</summary>
    /// <param name="survey">The pulse check.</param>
    /// <param name="field">All values that came under a name; a field that is sent twice is refused.</param>
    /// <param name="refuse">Told the field and the sentence.</param>
    /// <returns>Nothing when something was wrong.</returns>
    public static Ballot? Read(Survey survey, Func<string, IReadOnlyList<string?>> field, Action<string, string> refuse)
    {
        var isWhole = true;
        void Refuse(string name, string sentence)
        {
            isWhole = false;
            refuse(name, sentence);
        }

        List<int> marks = [];
        List<WrittenAnswer> words = [];
        foreach (var item in survey.Items.OrderBy(i => i.Number))
        {
            if (item.Kind == QuestionKind.Agreement)
            {
                marks.Add(Mark(Name(MarkField, item), field, Refuse));
            }
            else if (Written(Name(WordsField, item), field, Refuse) is { } text)
            {
                words.Add(new(item.Number, text));
            }
        }

        return isWhole ? new(survey.Id, marks, words) { Asked = survey.Items } : null;
    }

    /// <summary>Whether the marks belong to the pulse check as it stands.</summary>
    public bool Answers(Survey survey) => Asked is null || Asked.OrderBy(i => i.Number).SequenceEqual(survey.Items.OrderBy(i => i.Number));

    public static string Name(string field, Item item) => $"{field}[{item.Number}]";

    private static int Mark(string name, Func<string, IReadOnlyList<string?>> field, Action<string, string> refuse)
    {
        var sent = field(name);
        if (sent is [{ Length: 1 } only] && only[0] is >= '1' and <= '5')
        {
            return only[0] - '0';
        }

        refuse(name, sent.Count > 1 ? "Choose one answer only" : "Choose how far you agree. “Neither agree nor disagree” is an answer too");
        return 0;
    }

    private static string? Written(string name, Func<string, IReadOnlyList<string?>> field, Action<string, string> refuse)
    {
        var sent = field(name);
        var text = (sent.Count > 0 ? sent[0] : null)?.ReplaceLineEndings("\n").Trim() ?? "";
        if (sent.Count > 1)
        {
            refuse(name, "Write one answer only");
        }
        else if (text.Length > TextAnswer.LongestText)
        {
            refuse(name, $"Use at most {TextAnswer.LongestText} characters. You used {text.Length}");
        }

        return text.Length == 0 ? null : text;
    }
}

/// <summary>An answer in words to one question.</summary>
internal sealed record WrittenAnswer(int Item, string Text)
{
    /// <summary>What the rules for texts have found in it.</summary>
    public IReadOnlyList<string> Found { get; init; } = [];
}
