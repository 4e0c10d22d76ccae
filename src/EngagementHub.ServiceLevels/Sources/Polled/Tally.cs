namespace EngagementHub.ServiceLevels.Sources.Polled;

/// <summary>What became of the tickets of a page: read = accepted + rejected + duplicates.</summary>
internal readonly record struct Tally(long Accepted, long Rejected, long Duplicates)
{
    public long Read => Accepted + Rejected + Duplicates;
}
