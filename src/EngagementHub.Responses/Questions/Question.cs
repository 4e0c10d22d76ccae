using EngagementHub.Responses.Themes;

namespace EngagementHub.Responses.Questions;

/// <summary>What was asked in a theme, worded by those who sorted it, with the comments behind it.</summary>
internal sealed partial class Question : Entity
{
    public const int LongestWording = 500;
    private readonly List<Answer> _answers = [];
    private List<Guid> _comments = [];

    private Question(Guid id)
        : base(id)
    {
    }

    public SubjectRef Scope { get; private set; }

    public Guid Theme { get; private set; }

    public string Wording { get; private set; } = "";

    public IReadOnlyList<Guid> Comments => _comments;

    /// <summary>The comment whose own words stand above the question in a digest.</summary>
    public Guid? Quote { get; private set; }

    public StaffId? Responder { get; private set; }

    public DateOnly? Due { get; private set; }

    public StaffId AskedBy { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public IReadOnlyList<Answer> Answers => _answers;

    /// <summary>How often an answer was begun, changed or published. It raises the question's version, so that two people cannot begin one at once.</summary>
    public int AnswerChanges { get; private set; }

    /// <summary>What readers are told.</summary>
    public Answer? Current => _answers.Where(a => a.PublishedAt is not null).MaxBy(a => a.PublishedAt);

    /// <summary>What readers were told by that instant.</summary>
    public Answer? CurrentAt(DateTimeOffset now) => _answers.Where(a => a.PublishedAt <= now).MaxBy(a => a.PublishedAt);

    /// <summary>What is being written and goes out with the next digest.</summary>
    public Answer? Draft => _answers.Find(a => a.PublishedAt is null);

    public bool IsAnswered => Current is { State: not AnswerState.Outstanding } && !IsReopened;

    /// <summary>Whether readers had its answer by that instant.</summary>
    public bool IsAnsweredAt(DateTimeOffset now) => CurrentAt(now) is { State: not AnswerState.Outstanding } && !IsReopenedAt(now);

    public static Question Ask(Theme theme, string? wording, IEnumerable<Guid> comments, (StaffId By, DateTimeOffset At) asked, Guid? id = null)
    {
        var question = new Question(id ?? Guid.NewGuid()) { Scope = theme.Scope, Theme = theme.Id, AskedBy = asked.By, AskedAt = asked.At };
        question.Reword(wording, comments);
        question.Raise(new QuestionAsked(question.Id, question.Wording, asked.By, asked.At));
        return question;
    }

    public static string CheckedWording(string? wording) => Stated.OrRefused(wording, LongestWording, "Enter the question as it will be answered", "Wording");

    public void Reword(string? wording, IEnumerable<Guid> comments)
    {
        Wording = CheckedWording(wording);
        _comments = [.. comments.Distinct()];
    }

    /// <summary>Says the question in other words, until readers have it with its answer. The words before are kept in the audit trail.</summary>
    public void Reword(string? wording, StaffId by, DateTimeOffset at)
    {
        if (Current is not null)
        {
            throw new BrokenRuleException("Readers have this question with its answer. Ask another question instead", nameof(Wording));
        }

        var old = Wording;
        Reword(wording, _comments);
        if (old != Wording)
        {
            Raise(new QuestionReworded(Id, old, Wording, by, at));
        }
    }

    public void MoveTo(Theme theme, StaffId by, DateTimeOffset at)
    {
        Raise(new QuestionMoved(Id, Theme, theme.Id, by, at));
        Theme = theme.Id;
    }

    public void GiveTo(StaffId responder, DateOnly? due, (StaffId By, DateTimeOffset At) given)
    {
        Raise(new QuestionGiven(Id, Responder, responder, Due, due, given.By, given.At));
        (Responder, Due) = (responder, due);
    }

    /// <summary>Somebody else answers it from now on: whoever takes over when a host goes, or the blog's owner when that is declined.</summary>
    public void HandTo(StaffId responder, StaffId by, DateTimeOffset at)
    {
        if (responder != Responder)
        {
            GiveTo(responder, Due, (by, at));
        }
    }

    public void QuoteFrom(Guid? comment)
    {
        if (comment is { } chosen && !_comments.Contains(chosen))
        {
            throw new BrokenRuleException("Quote one of the comments behind the question", nameof(Quote));
        }

        Quote = comment;
    }

    /// <summary>Begins an answer, or changes the one that is being written; that one stays signed by who began it.</summary>
    public Answer Write(AnswerText text, StaffId by, DateTimeOffset at, Guid? id = null)
    {
        var (answer, from) = (Draft, Draft?.ToString());
        if (answer is null)
        {
            _answers.Add(answer = Answer.Begin(text, by, at, id));
        }
        else
        {
            answer.Rewrite(text, by, at);
        }

        AnswerChanges++;
        Raise(new AnswerWritten(Id, answer.Id, from, answer.ToString(), by, at));
        return answer;
    }

    /// <summary>A sentence of the answer that is being written was marked as a promise, or its mark was taken back: whoever rewrites that answer at this moment is told.</summary>
    public void Mark() => AnswerChanges++;

    public void Publish(DateTimeOffset at)
    {
        if (Draft is { } draft)
        {
            RefuseUncleared(draft);
            draft.Publish(at);
            AnswerChanges++;
            Raise(new QuestionAnswered(Id, draft.Id, draft.By, at));
        }
    }
}
