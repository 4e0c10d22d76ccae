namespace EngagementHub.Plans.Readings;

/// <summary>From where a reading is taken.</summary>
internal enum Side
{
    Owner,
    Reviewer,
}

/// <summary>What the owner or a reviewer says of an action on a day, and why.</summary>
internal sealed record Word(Side Side, Rag Rag, string Because, StaffId By, DateTimeOffset At, DateOnly Day)
{
    /// <summary>After so many days an owner's reading no longer counts.</summary>
    public const int OwnersWordHolds = 30;

    public DateOnly LastDay => Day.AddDays(OwnersWordHolds);

    /// <summary>A reviewer's reading stands until the next; an owner's expires.</summary>
    public bool HoldsOn(DateOnly today) => Side == Side.Reviewer || today <= LastDay;
}
