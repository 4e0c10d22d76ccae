namespace EngagementHub.ServiceLevels.Sources.Polled;

/// <summary>A mapping as somebody saved it: kept for ever, so that a figure of then can be understood.</summary>
internal sealed record MappingVersion(int Number, string Rules, StaffId? By, DateTimeOffset At, string Why);
