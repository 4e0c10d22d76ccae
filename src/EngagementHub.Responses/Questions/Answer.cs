using EngagementHub.Core.Text;

namespace EngagementHub.Responses.Questions;

/// <summary>What a named person replies to a question. Once published it stays; a later one stands beside it.</summary>
internal sealed class Answer : Entity
{
    public const int LongestText = 20_000;
    public const int LongestWhere = 300;
    private const int LongestExcerpt = 300;

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

    public static Answer Begin(AnswerText text, StaffId by, DateTimeOffset at, Guid? id)
    {
        var answer = new Answer(id ?? Guid.NewGuid()) { By = by };
        answer.Rewrite(text, at);
        return answer;
    }

    public void Rewrite(AnswerText text, DateTimeOffset at)
    {
        if (PublishedAt is not null)
        {
            throw new BrokenRuleException("This answer is published. Write another one; it goes out with the next digest");
        }

        var written = text.Checked();
        (State, Text, Where, Until, WrittenAt) = (written.State, written.Text!, written.Where, written.Until, at);
    }

    public override string ToString() =>
        $"{State}{(Where is null ? "" : $" ({Where})")}{(Until is null ? "" : $" ({Until:yyyy-MM-dd})")}: \"{PlainText.Excerpt(Text, LongestExcerpt)}\"";

    public void Publish(DateTimeOffset at) => PublishedAt ??= at;
}
