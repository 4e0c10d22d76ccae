namespace EngagementHub.Responses.Questions;

internal enum AnswerState
{
    Answered,
    Redirected,
    WillNot,
    Outstanding,
}

/// <summary>What a responder says: the state, the words, and where to or until when.</summary>
internal sealed record AnswerText(AnswerState State, string? Text, string? Where = null, DateOnly? Until = null)
{
    public AnswerText Checked()
    {
        var rules = new BrokenRules();
        var stated = this with
        {
            Text = rules.Keep(() => Stated.OrRefused(Text, Answer.LongestText, State == AnswerState.WillNot ? "Enter the reason" : "Enter the answer", nameof(Text))),
            Where = rules.Keep(() => State == AnswerState.Redirected ? Stated.OrRefused(Where, Answer.LongestWhere, "Enter where people should turn", nameof(Where)) : null),
            Until = rules.Keep<DateOnly?>(() => State == AnswerState.Outstanding ? Until ?? throw new BrokenRuleException("Enter the day by which there will be more to say", nameof(Until)) : null),
        };
        rules.Refuse();
        return stated;
    }
}
