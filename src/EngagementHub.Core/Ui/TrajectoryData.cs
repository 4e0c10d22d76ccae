namespace EngagementHub.Core.Ui;

/// <summary>What was read of a number on its way from where it began to where it should be.</summary>
/// <param name="Title">What the picture says, as a sentence.</param>
/// <param name="Description">From where to where, and by when.</param>
/// <param name="Unit">What the number counts, such as "%" or "working days".</param>
/// <param name="Plan">The corners of the planned way, in order: the beginning, the target.</param>
/// <param name="Readings">What was read, in order.</param>
public sealed record TrajectoryData(string Title, string Description, string Unit, IReadOnlyList<TrajectoryCorner> Plan, IReadOnlyList<TrajectoryReading> Readings);

/// <summary>A corner of the planned way.</summary>
/// <param name="Day">The day.</param>
/// <param name="Value">Where the number should be on it.</param>
public sealed record TrajectoryCorner(DateOnly Day, decimal Value);

/// <summary>What was read on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Value">The number.</param>
/// <param name="Planned">Where it should have been.</param>
/// <param name="Words">Where it can be checked.</param>
public sealed record TrajectoryReading(DateOnly Day, decimal Value, decimal Planned, string Words);
