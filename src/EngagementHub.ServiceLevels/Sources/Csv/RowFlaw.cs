namespace EngagementHub.ServiceLevels.Sources.Csv;

/// <summary>Why a row cannot be read: on which line, in which cell (counted from 0; none when it is the whole row), and what would be right.</summary>
internal sealed record RowFlaw(long Line, int Cell, string Reason, string Cure);
