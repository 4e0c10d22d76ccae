using EngagementHub.Core.Time;

namespace EngagementHub.Blogging.Hosting;

/// <summary>By when readers ask and by when they are answered; either may be left open.</summary>
internal sealed record QuestionWindow(DateOnly? AskBy, DateOnly? AnswerBy)
{
    public static QuestionWindow None { get; } = new(null, null);

    public void Check(DateOnly firstDay, DateOnly lastDay, DateOnly windsDownUntil)
    {
        if (AskBy < firstDay || AskBy > lastDay)
        {
            throw new BrokenRuleException($"Questions are asked during the period. Choose a day from {Say.ShortDay(firstDay)} to {Say.ShortDay(lastDay)}", nameof(AskBy));
        }

        var earliest = AskBy ?? firstDay;
        if (AnswerBy < earliest)
        {
            throw new BrokenRuleException($"Answers come after the questions. Choose a day from {Say.ShortDay(earliest)} on", nameof(AnswerBy));
        }

        if (AnswerBy > windsDownUntil)
        {
            throw new BrokenRuleException($"The host answers until {Say.ShortDay(windsDownUntil)}. Choose a day until then", nameof(AnswerBy));
        }
    }

    /// <summary>The same, brought forward where the period no longer reaches so far.</summary>
    public QuestionWindow Within(DateOnly lastDay, DateOnly windsDownUntil) => new(AskBy > lastDay ? lastDay : AskBy, AnswerBy > windsDownUntil ? windsDownUntil : AnswerBy);

    /// <summary>"Ask by Friday 20 April 2007, answered by Friday 27 April 2007"; nothing when neither is published.</summary>
    public string? Sentence => (AskBy, AnswerBy) switch
    {
        ({ } ask, { } answer) => $"Ask by {Say.Day(ask)}, answered by {Say.Day(answer)}",
        ({ } ask, null) => $"Ask by {Say.Day(ask)}",
        (null, { } answer) => $"Answered by {Say.Day(answer)}",
        _ => null,
    };

    public override string ToString() => $"{AskBy?.ToString("yyyy-MM-dd", Say.English) ?? "open"}/{AnswerBy?.ToString("yyyy-MM-dd", Say.English) ?? "open"}";
}
