namespace EngagementHub.Blogging.Handover;

/// <summary>One open question or promise in a handover: who had it, and who took it over or declined it and why.</summary>
internal sealed class HandoverLine : Entity
{
    public const int LongestReason = 1500;

    private HandoverLine(Guid periodId, SubjectRef item, HandoverKind kind, int place) => (PeriodId, Item, Kind, Place) = (periodId, item, kind, place);

    public Guid PeriodId { get; private set; }

    public SubjectRef Item { get; private set; }

    public HandoverKind Kind { get; private set; }

    public int Place { get; private set; }

    /// <summary>Who had it when the note was made.</summary>
    public StaffId? Holder { get; private set; }

    /// <summary>When it was due then.</summary>
    public DateOnly? Due { get; private set; }

    public StaffId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was declined; nothing when it was taken over.</summary>
    public string? Because { get; private set; }

    public bool IsTakenOver => DecidedAt is not null && Because is null;

    public static HandoverLine Of(Guid periodId, HandoverItem item, int place) => new(periodId, item.Subject, item.Kind, place) { Holder = item.Holder, Due = item.Due };

    public static HandoverLine Recall(Guid periodId, (SubjectRef Item, HandoverKind Kind, int Place) what, StaffId? holder, DateOnly? due) =>
        new(periodId, what.Item, what.Kind, what.Place) { Holder = holder, Due = due };

    /// <summary>A decision as the record has it.</summary>
    public void Recall(HandoverDecision decision) => (DecidedBy, DecidedAt, Because) = (decision.By, decision.At, decision.Because);

    /// <returns>The decision, or nothing when this person has taken it over before.</returns>
    public HandoverDecision? TakeOver(StaffId? from, StaffId by, DateTimeOffset at) => DecidedBy == by && IsTakenOver ? null : Decide(new(Item, from, by, at));

    /// <returns>The decision, or nothing when this person has declined it before.</returns>
    public HandoverDecision? Decline(StaffId? from, string? because, StaffId by, DateTimeOffset at)
    {
        var reason = because?.Trim() ?? "";
        return reason.Length switch
        {
            0 => throw new BrokenRuleException("Say why you decline it; the reason stays beside it", nameof(Because)),
            > LongestReason => throw new BrokenRuleException($"Use {LongestReason:N0} characters or fewer; there are {reason.Length:N0}", nameof(Because)),
            _ => DecidedBy == by && Because is not null ? null : Decide(new(Item, from, by, at, reason)),
        };
    }

    private HandoverDecision Decide(HandoverDecision decision)
    {
        if (DecidedAt is not null)
        {
            throw new BrokenRuleException($"This was {(IsTakenOver ? "taken over" : "declined")} already. Nothing was changed; look at the note as it is now");
        }

        Recall(decision);
        Raise(new HandoverItemDecided(Id, PeriodId, decision));
        return decision;
    }
}
