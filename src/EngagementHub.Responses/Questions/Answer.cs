using EngagementHub.Core.Text;

namespace EngagementHub.Responses.Questions;

/// <summary>What a named person replies to a question. Once published it stays; a later one stands beside it.</summary>
internal sealed class Answer : Entity
{
    public const int LongestText = 20_000;
    public const int LongestWhere = 300;
    private const int LongestExcerpt = 300;
    private List<Guid> _writers = [];

    private Answer(Guid id)
        : base(id)
    {
    }

    public AnswerState State { get; private set; }

    public string Text { get; private set; } = "";

    public string? Where { get; private set; }

    public DateOnly? Until { get; private set; }

    /// <summary>Who signs it: who began it, whoever edits it after.</summary>
    public StaffId By { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Everybody whose words are in it. None of them may clear it.</summary>
    public IReadOnlyList<Guid> Writers => _writers;

    /// <summary>The second person who read this wording and let it go out; nobody once it was changed.</summary>
    public StaffId? ClearedBy { get; private set; }

    public DateTimeOffset? ClearedAt { get; private set; }

    public bool IsCleared => ClearedAt is not null;

    public static Answer Begin(AnswerText text, StaffId by, DateTimeOffset at, Guid? id)
    {
        var answer = new Answer(id ?? Guid.NewGuid()) { By = by };
        answer.Rewrite(text, by, at);
        return answer;
    }

    public bool WasWrittenBy(StaffId person) => person == By || _writers.Contains(person.Value);

    public void Rewrite(AnswerText text, StaffId by, DateTimeOffset at)
    {
        if (PublishedAt is not null)
        {
            throw new BrokenRuleException("This answer is published. Write another one; it goes out with the next digest");
        }

        var (written, before) = (text.Checked(), (State, Text, Where, Until));
        (State, Text, Where, Until, WrittenAt) = (written.State, written.Text!, written.Where, written.Until, at);
        if (before != (State, Text, Where, Until))
        {
            // What was cleared was another wording.
            (ClearedBy, ClearedAt) = (null, null);
            _writers = [.. _writers.Append(by.Value).Distinct()];
        }
    }

    public void Clear(StaffId by, DateTimeOffset at) => (ClearedBy, ClearedAt) = (by, at);

    public override string ToString() =>
        $"{State}{(Where is null ? "" : $" ({Where})")}{(Until is null ? "" : $" ({Until:yyyy-MM-dd})")}: \"{PlainText.Excerpt(Text, LongestExcerpt)}\"";

    public void Publish(DateTimeOffset at) => PublishedAt ??= at;
}
