namespace EngagementHub.Responses.Questions;

/// <summary>Where a second person reads an answer before readers do: never one who wrote it, and only for the wording that was read.</summary>
internal sealed partial class Question
{
    public bool NeedsClearance { get; private set; }

    /// <summary>What would go out now: the draft, once it is cleared where that is asked for.</summary>
    public Answer? Ready => Draft is { } draft && (!NeedsClearance || draft.IsCleared) ? draft : null;

    public bool WaitsForClearance => NeedsClearance && Draft is { IsCleared: false };

    public void AskForClearance(bool needed, StaffId by, DateTimeOffset at)
    {
        if (needed != NeedsClearance)
        {
            NeedsClearance = needed;
            Raise(new ClearanceAsked(Id, needed, by, at));
        }
    }

    public Clearance Clear(StaffId by, DateTimeOffset at)
    {
        var draft = Draft ?? throw new BrokenRuleException("There is no answer to clear. It is published, or nobody has begun one");
        if (draft.WasWrittenBy(by))
        {
            throw new BrokenRuleException("You wrote part of this answer. Somebody else must clear it");
        }

        draft.Clear(by, at);
        AnswerChanges++;
        Raise(new AnswerCleared(draft.Id, draft.ToString(), by, at));
        return Clearance.Of(draft, by, at);
    }

    private void RefuseUncleared(Answer draft)
    {
        if (NeedsClearance && !draft.IsCleared)
        {
            throw new BrokenRuleException("A second person must clear this answer before it is published");
        }
    }
}
