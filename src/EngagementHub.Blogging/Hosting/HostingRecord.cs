namespace EngagementHub.Blogging.Hosting;

/// <summary>A period as it happened, told by a recipe.</summary>
internal sealed record HostingRecord(Invitation Invitation, StaffId InvitedBy, DateTimeOffset InvitedAt)
{
    public DateTimeOffset? AcceptedAt { get; init; }

    public DateTimeOffset? DeclinedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public string? Reason { get; init; }

    public QuestionWindow Window { get; init; } = QuestionWindow.None;

    public IReadOnlyList<CoResponder> CoResponders { get; init; } = [];

    public IReadOnlyList<LastDayChange> Changes { get; init; } = [];
}

/// <summary>A period was extended or cut short.</summary>
internal sealed record LastDayChange(DateOnly From, DateOnly To, StaffId By, DateTimeOffset At, string Reason);
