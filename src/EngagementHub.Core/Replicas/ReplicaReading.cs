namespace EngagementHub.Core.Replicas;

/// <summary>Whether what is under way reads from a replica. Such readings are not kept for others: a commit that comes meanwhile ends what is kept, and might not be in what is read after it.</summary>
internal static class ReplicaReading
{
    private static readonly AsyncLocal<bool> UnderWay = new();

    public static bool IsUnderWay => UnderWay.Value;

    /// <summary>From here on, for what the caller awaits.</summary>
    public static void Begin() => UnderWay.Value = true;

    public static void End() => UnderWay.Value = false;
}
