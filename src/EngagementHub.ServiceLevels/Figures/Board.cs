namespace EngagementHub.ServiceLevels.Figures;

/// <summary>The reports that are shown together, and when they are looked at.</summary>
internal sealed record Board(DateTimeOffset Now, IReadOnlyList<LevelReport> Reports)
{
    public static Board At(DateTimeOffset now, IReadOnlyList<LevelReport> reports) => new(now, reports);
}
