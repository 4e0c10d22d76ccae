using EngagementHub.Core.Time;
using EngagementHub.Surveys.Questions;

namespace EngagementHub.Surveys.Surveys;

internal enum SurveyState
{
    Draft,
    Waiting,
    Open,
    Over,
    Counted,
    Published,
}

/// <summary>A pulse check from its opening to its results.</summary>
internal sealed partial class Survey
{
    public DateTimeOffset? OpenedAt { get; private set; }

    public StaffId? OpenedBy { get; private set; }

    /// <summary>How many people are asked.</summary>
    public int Asked { get; private set; }

    /// <summary>Whether the first answer is in. From then on nothing about it can change: people answered on these terms.</summary>
    public bool HasAnswers { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>How many answered, known once it is closed.</summary>
    public int? Answered { get; private set; }

    /// <summary>Whether any figures may be shown at all.</summary>
    public bool IsShown { get; private set; }

    /// <summary>How many of the people asked were told so, in the order of their places.</summary>
    public int Told { get; private set; }

    /// <summary>Whether the reminder was put in the outbox, for everybody alike.</summary>
    public bool IsReminded { get; private set; }

    /// <summary>You said … we will ….</summary>
    public string? Response { get; private set; }

    public StaffId? RespondedBy { get; private set; }

    public DateTimeOffset? RespondedAt { get; private set; }

    public SurveyState StateOn(DateOnly today) =>
        RespondedAt is not null ? SurveyState.Published
        : ClosedAt is not null ? SurveyState.Counted
        : OpenedAt is null ? SurveyState.Draft
        : today < FirstDay ? SurveyState.Waiting
        : today <= LastDay ? SurveyState.Open
        : SurveyState.Over;

    /// <summary>Why nobody can answer on that day; nothing when people can.</summary>
    public string? WhyShut(DateOnly today) => StateOn(today) switch
    {
        SurveyState.Open => null,
        SurveyState.Draft => "This pulse check is not open",
        SurveyState.Waiting => $"This pulse check opens on {Say.Day(FirstDay)}",
        _ => $"This pulse check closed at the end of {Say.Day(LastDay)}",
    };

    /// <param name="asked">How many people stand in its audience.</param>
    /// <param name="by">Who opens it.</param>
    /// <param name="at">UTC instant.</param>
    /// <param name="today">The local day of the instant.</param>
    public void Open(int asked, StaffId by, DateTimeOffset at, DateOnly today)
    {
        MustBeDraft();
        if (_items.Count == 0)
        {
            throw new BrokenRuleException("Choose its questions first");
        }

        if (asked < Threshold)
        {
            throw new BrokenRuleException($"It asks {Say.Count(asked, "person", "people")}. Nothing is shown of fewer than {Threshold}, so there could never be a result: ask at least {Threshold} people");
        }

        if (LastDay < today)
        {
            throw new BrokenRuleException("Its last day has passed. Change the days first");
        }

        (OpenedAt, OpenedBy, Asked) = (at, by, asked);
        Raise(new SurveyOpened(Id, asked, by, at));
    }

    /// <summary>Makes it a draft again, while nobody has answered.</summary>
    public void TakeBack(string? because, StaffId by, DateTimeOffset at)
    {
        if (HasAnswers || ClosedAt is not null)
        {
            throw new BrokenRuleException("Somebody may have answered already, so it can no longer be taken back");
        }

        var reason = Question.Required(because, "Because", "Say why you take it back", 300);
        if (OpenedAt is not null)
        {
            (OpenedAt, OpenedBy, Asked, Told, IsReminded) = (null, null, 0, 0, false);
            Raise(new SurveyTakenBack(Id, reason, by, at));
        }
    }

    /// <summary>So many more people were told that they are asked.</summary>
    public void Tell(int people) => Told = people == 0 ? Asked : Told + people;

    public void Remind() => IsReminded = true;

    /// <summary>Ends it for good once its last day is over.</summary>
    public void Close(int answered, bool isShown, DateTimeOffset at, DateOnly today)
    {
        if (StateOn(today) != SurveyState.Over)
        {
            throw new BrokenRuleException("A pulse check is closed when its last day is over");
        }

        (ClosedAt, Answered, IsShown) = (at, answered, isShown);
        Raise(new SurveyClosed(Id, at));
    }

    /// <summary>Writes what was said and what will be done. Only then do others see the results.</summary>
    public void Respond(string? words, StaffId by, DateTimeOffset at)
    {
        if (ClosedAt is null)
        {
            throw new BrokenRuleException("The answers are not counted yet");
        }

        if (RespondedAt is not null)
        {
            throw new BrokenRuleException("The results are published already");
        }

        (Response, RespondedBy, RespondedAt) = (Question.Required(words, "Said", "Write what people said and what you will do", 4000), by, at);
        Raise(new SurveyAnswered(Id, by, at));
    }
}
