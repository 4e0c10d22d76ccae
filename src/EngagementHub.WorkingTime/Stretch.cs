namespace EngagementHub.WorkingTime;

/// <summary>A stretch of time between two instants, half-open: a pause, for example.</summary>
public readonly record struct Stretch(DateTimeOffset From, DateTimeOffset To);
