namespace EngagementHub.Core.Keeping;

/// <summary>A module's answer to "what do you keep about people?". A test finds every table that names a person and that no module tells of.</summary>
public interface IHoldPeople
{
    /// <summary>The kinds of records that name people, in the order in which a person is told of them.</summary>
    IReadOnlyList<HeldRecord> Records { get; }

    /// <summary>What the person still has to do or to hand over, each as a sentence with its cure. While there is any, they cannot be forgotten.</summary>
    Task<IReadOnlyList<string>> OwedAsync(StaffId person, DateTimeOffset now, CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<string>>([]);
}
