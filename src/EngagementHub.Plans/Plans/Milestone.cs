namespace EngagementHub.Plans.Plans;

/// <summary>A day on which a plan is looked at as a whole, some months after it began. What is expected is written before; what was found is frozen.</summary>
internal sealed record Milestone(int Months, DateOnly FirstDay, DateOnly Day, string Expected)
{
    /// <summary>When it was frozen; nothing before.</summary>
    public DateTimeOffset? FrozenAt { get; init; }

    /// <summary>What was found, as data, exactly as it was frozen.</summary>
    public string? Snapshot { get; init; }

    /// <summary>The hash of the snapshot: whoever kept it can tell that nothing moved.</summary>
    public string? Seal { get; init; }

    public IReadOnlyList<Slip> Moves { get; init; } = [];

    public bool IsIntact => Snapshot is null || Seal == Plans.Snapshot.SealOf(Snapshot);
}

/// <summary>A day that was moved. The day before stays in view.</summary>
internal sealed record Slip(DateOnly From, DateOnly To, string Because, StaffId By, DateTimeOffset At, DateOnly On);

/// <summary>A correction of what is frozen or closed: numbered, with its reason. What stood there before still stands there.</summary>
internal sealed record Revision(int Number, int? Months, string Was, string Is, string Because, StaffId By, DateTimeOffset At);
